import { describe, expect, test } from 'vitest'
import { headerWidth, mappingOf, missingFields, proposeMapping, repeatedFields } from './columns.ts'

const fields = (...headers: string[]) => mappingOf(proposeMapping(headers))
const one = (header: string) => fields(header, 'Prénom')[0]

describe('the mapping proposed', () => {
  test('recognises every column of a French HR export', () => {
    const headers =
      "Matricule;Nom;Prénom;Courriel professionnel;Téléphone;Société;Site;Zone scolaire;Direction;Emploi;Statut;Matricule responsable;Date d'entrée;Centres d'intérêt"
    expect(fields(...headers.split(';'))).toEqual([
      'staffNumber',
      'familyName',
      'givenName',
      'email',
      'phone',
      'organization',
      'site',
      'schoolZone',
      'department',
      'job',
      'level',
      'manager',
      'hiredOn',
      'interests',
    ])
  })

  test('recognises a Workplace export, misspellings included, and leaves its statistics alone', () => {
    const headers = [
      'Full name',
      'Email',
      'Employee ID',
      'Job title',
      'Department',
      'Division',
      'Organisation',
      'Phone number',
      'Location',
      'Start date',
      'Admin',
      'Source',
      'Creation data',
      'Claimerd',
      'Claim date',
      'Claim link',
      'Status',
      'Invited date',
      'Manage email',
      'Manager employee ID',
      'Has profile',
      'Followers',
      'Frontline',
      'Active in the Last 28 Days',
      'Posts in the Last Week',
    ]
    expect(fields(...headers)).toEqual([
      'fullName',
      'email',
      'staffNumber',
      'job',
      'department',
      null,
      'organization',
      'phone',
      'site',
      'hiredOn',
      null,
      null,
      null,
      null,
      null,
      null,
      null,
      null,
      'managerEmail',
      'manager',
      null,
      null,
      null,
      null,
      null,
    ])
  })

  test('recognises SCIM and Active Directory names', () => {
    expect(
      fields(
        'userName',
        'name.givenName',
        'name.familyName',
        'emails[type eq "work"].value',
        'title',
        'preferredLanguage',
      ),
    ).toEqual([null, 'givenName', 'familyName', 'email', 'job', 'language'])
    expect(
      fields('employeeID', 'sn', 'givenName', 'userPrincipalName', 'physicalDeliveryOfficeName', 'company'),
    ).toEqual(['staffNumber', 'familyName', 'givenName', 'email', 'site', 'organization'])
    expect(one('urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:employeeNumber')).toBe(
      'staffNumber',
    )
  })

  test.each([
    ['N° MATRICULE', 'staffNumber'],
    ['  e-mail  ', 'email'],
    ['E-Mail (professionnel)', 'email'],
    ['Responsable (e-mail)', 'managerEmail'],
    ['Responsable (matricule/email)', 'manager'],
    ['N+1', 'manager'],
    ['Date d’embauche (JJ/MM/AAAA)', 'hiredOn'],
    ['Centres d’intérêts', 'interests'],
    ['Etablissement', 'site'],
    ['Salaire', null],
    ['Ligne', null],
    ['Problème', null],
    ['', null],
  ])('reads the header %j as %j', (header, field) => {
    expect(one(header)).toBe(field)
  })

  test('gives a field to the column that fits it best, and to one only', () => {
    const proposals = proposeMapping(['Email perso', 'Prénom', 'Nom', 'Email pro'])
    expect(proposals[0]).toMatchObject({ field: null, confidence: 0 })
    expect(proposals[3]).toMatchObject({ field: 'email', confidence: 1 })
    expect(fields('Service', 'Direction')).toEqual(['department', null])
  })

  test('a lone column of names holds both', () => {
    expect(fields('Nom', 'Matricule')[0]).toBe('fullNameFamilyFirst')
    expect(fields('Name', 'Email')[0]).toBe('fullName')
    expect(fields('Name', 'First name')).toEqual(['familyName', 'givenName'])
    expect(fields('Nom complet', 'Nom', 'Prénom')).toEqual([null, 'familyName', 'givenName'])
  })

  test('says what is still missing, and what is claimed twice', () => {
    expect(missingFields(['staffNumber', 'fullName'])).toEqual([])
    expect(missingFields(['site', 'givenName'])).toEqual(['staffNumber', 'familyName'])
    expect(repeatedFields(['email', 'site', 'email'])).toEqual(['email'])
  })
})

test('columns without a header, and those we added ourselves, do not count in the width', () => {
  expect(headerWidth(['Nom', 'Prénom', '', ''])).toBe(2)
  expect(headerWidth(['Nom', 'Prénom', 'Ligne', 'Problème'])).toBe(2)
})
