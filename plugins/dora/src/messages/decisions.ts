export const decisionsMessages = {
  decision: {
    reason: 'Why',
    reasonHelp: 'Kept with the decision, for whoever asks later.',
    kind: 'What it was',
    asFound: 'as found out',
    failed: 'It failed',
    unplanned: 'It was unplanned',
    yes: 'yes',
    no: 'no',
    save: 'Save',
    cancel: 'Cancel',
    saved: 'Saved; every figure follows in a moment.',
    notSaved: 'Not saved: {{reason}}',
  },
} as const;
