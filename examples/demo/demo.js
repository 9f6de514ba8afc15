import './page.js';
import { followSession } from './product.js';

followSession();
