/** LinkedIn reads these signs as its own: each is written after a backslash. */
export const commentary = (text: string): string => text.replace(/[\\|{}@[\]()<>#*_~]/g, '\\$&')
