/** What the pages use of the library that draws them; nothing else imports it. */
export { type ComponentChildren, createContext, type JSX, type RefObject, render } from 'preact';
export { useCallback, useContext, useEffect, useId, useMemo, useReducer, useRef, useState } from 'preact/hooks';
