/** The charter as it was written: paragraphs, and lists where lines begin with a dash. */
export function CharterText({ body }: { body: string }) {
  return (
    <div className="rich">
      {body.split(/\n{2,}/).map((block, at) => {
        const lines = block.split('\n')
        return lines.every((line) => /^[-•]\s/.test(line)) ? (
          <ul key={at}>
            {lines.map((line, index) => (
              <li key={index}>{line.slice(2)}</li>
            ))}
          </ul>
        ) : (
          <p key={at} className="lines">
            {block}
          </p>
        )
      })}
    </div>
  )
}
