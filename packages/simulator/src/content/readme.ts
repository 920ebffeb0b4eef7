import type { Directory } from '../domain/directory';
import type { Service } from '../domain/types';

export function readme(
  service: Service,
  directory: Directory,
  notes: string[],
) {
  const team = directory.team(service.owner);
  const python = service.language === 'python';
  return `# ${service.title}

${service.description}

Owned by **${team.title}** (\`#${team.name}\`), part of the **${
    directory.system(service.system).title
  }** system.
${
  service.lifecycle === 'deprecated'
    ? '\n> **Deprecated.** It still runs, but nothing new should be built on it.\n'
    : ''
}
## Run it

\`\`\`bash
${python ? 'pip install -e ".[dev]"\npytest' : 'npm ci\nnpm test\nnpm run dev'}
\`\`\`

${
  service.docs
    ? 'Architecture, runbook and API usage are in `docs/` and on the Docs tab of the developer portal.'
    : `There is no further documentation yet; ask in \`#${team.name}\`.`
}
${
  notes.length > 0
    ? `
## Good to know

${notes.map(note => `- ${note}`).join('\n')}
`
    : ''
}`;
}
