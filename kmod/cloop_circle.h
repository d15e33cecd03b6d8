/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * Files that lie, by whatever is between, on the device that reads them: reading would wait for itself.
 */
#ifndef CLOOP_CIRCLE_H
#define CLOOP_CIRCLE_H

#include "cloop_device.h"

#define CLOOP_MOST_NESTED 8	/* cloop devices one above the other */

/* Whether `file` lies on `device`, be it on cloop devices one above the other, or higher than is sensible. To be asked before it is attached. */
bool cloop_lies_on(const struct cloop_device *device, struct file *file);

/*
 * Whether a loop device below `image`, which is attached to `device`, was given another file since (LOOP_CHANGE_FD), while one lies on `device`.
 * They may be one and the same. What a loop device reads can't be asked from here, so this may be true of a tower that is none of a kind; handing
 * over the file anew ends it. From any context; takes spinlocks.
 */
bool cloop_is_in_circle(const struct cloop_device *device, const struct cloop_image *image);

#endif
