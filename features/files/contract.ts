import { del, get, patch, post, put } from '#platform/contract/endpoint.ts'
import { Done, Id, Nullable, oneOf, Type, type Static } from '#platform/contract/schema.ts'
import { CAPTIONS_MAX } from './rules/captions.ts'

export const FileUse = oneOf(['content', 'portrait', 'public', 'import'])

/** The language of a video's captions. */
export const CaptionsLanguage = oneOf(['fr', 'en'])
export type CaptionsLanguage = Static<typeof CaptionsLanguage>

export const FileFacts = Type.Object({
  id: Id,
  name: Type.String(),
  mediaType: Type.String(),
  bytes: Type.Integer(),
  width: Nullable(Type.Integer()),
  height: Nullable(Type.Integer()),
  captions: Nullable(CaptionsLanguage),
})
export type FileFacts = Static<typeof FileFacts>

const FileId = Type.Object({ id: Id })

export const startUpload = post('/api/uploads', {
  summary: 'Start a resumable upload (tus 1.0; metadata: id, filename, use)',
  reply: Type.Object({}),
})
export const continueUpload = patch('/api/uploads/:id', {
  summary: 'Send the next bytes (tus 1.0)',
  params: FileId,
  reply: Type.Object({}),
})
export const abandonUpload = del('/api/uploads/:id', {
  summary: 'Give an upload up (tus 1.0)',
  params: FileId,
  reply: Type.Object({}),
})
export const readFileFacts = get('/api/files/:id/facts', {
  summary: 'What a file is',
  params: FileId,
  reply: FileFacts,
})
export const downloadFile = get('/api/files/:id', {
  who: 'anyone',
  summary: 'The bytes of a file, by its space; images also as w320, w640, w960, w1280, videos their captions',
  params: FileId,
  query: Type.Object({ variant: Type.Optional(oneOf(['w320', 'w640', 'w960', 'w1280', 'captions'])) }),
  reply: Type.Object({}),
})
export const removeFile = del('/api/files/:id', {
  summary: 'Remove a file of mine that nothing shows',
  params: FileId,
  reply: Done,
})

export const writeCaptions = put('/api/files/:id/captions', {
  summary: 'Give a video of mine its captions (WebVTT or SubRip), or replace them',
  params: FileId,
  body: Type.Object({
    text: Type.String({ maxLength: CAPTIONS_MAX }),
    language: CaptionsLanguage,
  }),
  reply: FileFacts,
})
export const removeCaptions = del('/api/files/:id/captions', {
  summary: 'Take the captions of a video of mine away',
  params: FileId,
  reply: FileFacts,
})
