import { addLocation, changeLocation, listLocations, removeLocation } from '#shared/usecases/locations.ts';

/** Places for posters. In a file of its own beside the function's (see infra/constructs/function-code.ts): now and then, of one person. */
export const placeWork = { addLocation, changeLocation, listLocations, removeLocation };
