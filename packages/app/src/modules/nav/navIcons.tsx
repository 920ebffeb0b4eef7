import type { ReactElement } from 'react';
import {
  RiBookOpenLine,
  RiBox3Line,
  RiHome4Line,
  RiNodeTree,
  RiPulseLine,
  RiPuzzle2Line,
  RiSettings4Line,
  RiStackLine,
  RiSearch2Line,
  RiToolsLine,
  RiAddCircleLine,
} from '@remixicon/react';

/** One icon family for pages whose plugins bring icons of another one. */
export const navIcons: Readonly<Record<string, ReactElement>> = {
  'page:home': <RiHome4Line />,
  'page:catalog': <RiBox3Line />,
  'page:api-docs': <RiPuzzle2Line />,
  'page:techdocs': <RiBookOpenLine />,
  'page:scaffolder': <RiAddCircleLine />,
  'page:search': <RiSearch2Line />,
  'page:catalog-graph': <RiNodeTree />,
  'page:catalog-git': <RiPulseLine />,
  'page:devtools': <RiToolsLine />,
  'page:app-visualizer': <RiStackLine />,
  'page:user-settings': <RiSettings4Line />,
};
