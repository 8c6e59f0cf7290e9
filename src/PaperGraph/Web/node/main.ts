import { mountFrame } from '../frame/frame.ts';

mountFrame(null);
