import { Avatar } from '../avatar.tsx'
import { AvatarStack } from '../avatar-stack.tsx'
import { Who } from '../who.tsx'
import { Row, Section } from './section.tsx'

const names = ['Bruno Mazet', 'Sofia Marques', 'Yann Kerbrat', 'Awa Diop']
const people = names.map((name) => ({ id: name, name }))

export function PeopleSection() {
  return (
    <Section
      id="people"
      title="Les gens"
      note="Trois signes de ponctuation disent les rôles : l’aigu porte l’élan, le chapeau chapeaute, la cédille soutient."
    >
      <Row label="Signes">
        <Avatar name="Joséphine Carrel" size={80} sign="ambassador" />
        <Avatar name="Nadia Belkacem" size={80} sign="animator" />
        <Avatar name="Hélène Rousseau" size={80} sign="sponsor" />
        <Avatar name="Gaëlle Petit" size={80} online />
        <Avatar name="Mehdi Amrani" size={24} sign="ambassador" />
        <Avatar name="Mehdi Amrani" size={32} sign="ambassador" />
        <Avatar name="Mehdi Amrani" size={44} sign="ambassador" alt="Mehdi Amrani" />
        <Avatar name="Thi" size={44} src="missing.jpg" />
      </Row>
      <Row label="Groupe et ligne">
        <AvatarStack people={people} more={39} />
        <Who
          person={{ name: 'Clara Nguyen', sign: 'ambassador' }}
          role="Éclaireuse"
          meta="Bureau d’études, Nantes"
        >
          <a href="#people">Clara Nguyen</a>
        </Who>
      </Row>
    </Section>
  )
}
