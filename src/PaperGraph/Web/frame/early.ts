// Loaded in front of everything that is painted, so that no page flashes in the other theme's colours.
import { applyTheme, chosenTheme } from './theme.ts';

applyTheme(chosenTheme());
