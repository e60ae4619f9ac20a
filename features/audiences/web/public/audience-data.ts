import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { call } from '#platform/web/call.ts'
import {
  previewAudience,
  readAttributeValues,
  readAudience,
  readAudiences,
  type Attribute,
  type Rule,
} from '../../contract.ts'

export const useAudiences = () =>
  useInfiniteQuery({
    queryKey: ['audiences', 'list'],
    queryFn: ({ pageParam, signal }) =>
      call(readAudiences, { query: pageParam ? { cursor: pageParam } : {} }, { signal }),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
  })

export const useAudience = (id: string | null) =>
  useQuery({
    queryKey: ['audiences', 'one', id],
    queryFn: ({ signal }) => call(readAudience, { params: { id: id ?? '' } }, { signal }),
    enabled: id !== null,
  })

/** The values of an attribute with their labels: an organisation is kept by its id and shown by its name. */
export const useAttributeValues = (attribute: Attribute, enabled = true) =>
  useQuery({
    queryKey: ['audiences', 'values', attribute],
    queryFn: ({ signal }) => call(readAttributeValues, { query: { attribute } }, { signal }),
    staleTime: 60_000,
    enabled,
  })

const WAIT = 300

/** Who matches while the rule is being written; the last figures stay until the next ones come. */
export function useLiveSample(rule: Rule) {
  const written = JSON.stringify(rule)
  const [asked, setAsked] = useState(written)
  useEffect(() => {
    const timer = setTimeout(() => setAsked(written), WAIT)
    return () => clearTimeout(timer)
  }, [written])
  return useQuery({
    queryKey: ['audiences', 'sample', asked],
    queryFn: ({ signal }) => call(previewAudience, { body: { rule: JSON.parse(asked) as Rule } }, { signal }),
    placeholderData: keepPreviousData,
  })
}
