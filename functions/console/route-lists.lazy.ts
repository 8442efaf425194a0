import { writeRouteLines } from '#shared/domain/route-lines.ts';
import { previewRoutes, restoreRoutes, switchRoutes } from '#shared/usecases/manage-routes.ts';

/**
 * Reading, comparing and writing lists of postcodes. In a file of its own beside the function's (see infra/constructs/function-code.ts): a
 * list is replaced a few times a year.
 */
export const routeLists = {
  written: writeRouteLines,
  preview: previewRoutes,
  switch: switchRoutes,
  restore: restoreRoutes,
};
