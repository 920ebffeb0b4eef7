export { DeliveryCell as Cell } from './DeliveryCell';
export { DeliveryRows as Rows } from './DeliveryRows';
