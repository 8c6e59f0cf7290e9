import '../frame/page.css';
import './dashboard.css';
import { byId } from '../frame/html.ts';
import { mountFrame } from '../frame/frame.ts';
import { DashboardPage } from './page.ts';

mountFrame('dashboard');
void new DashboardPage(byId('main')).start();
