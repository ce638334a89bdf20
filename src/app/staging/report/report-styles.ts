/** How the report looks, on a screen and on paper. */
export const reportStyles = `
body { max-inline-size: 60rem; margin: 2rem auto; padding: 0 1rem; font: 1rem/1.5 system-ui, sans-serif; }
section { margin-block: 1rem; padding: 0.5rem 1rem; border: 1px solid #8888; border-inline-start-width: 6px; border-radius: 8px; break-inside: avoid; }
section.passed { border-inline-start-color: #2e7d32; }
section.failed { border-inline-start-color: #c62828; }
section.inconclusive { border-inline-start-color: #ef6c00; }
h2 { font-size: 1.1rem; } h2 span { float: inline-end; }
li.asExpected::marker { content: '✓ '; } li.otherwise::marker { content: '✗ '; } li.notSeen::marker { content: '? '; }
pre { overflow-x: auto; white-space: pre-wrap; } pre, small { overflow-wrap: anywhere; }
`;
