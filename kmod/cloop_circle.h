/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * Circles: the backing file of a device lies, perhaps through other devices, on the device itself.
 * A read would wait for itself.
 */
#ifndef CLOOP_CIRCLE_H
#define CLOOP_CIRCLE_H

#include "cloop_device.h"

#define CLOOP_MOST_NESTED 8	/* cloop devices on top of each other */

/*
 * Whether `file` lies on `device`, directly or through other cloop devices, or through more than
 * CLOOP_MOST_NESTED of them. For a file that is not attached yet.
 */
bool cloop_lies_on(const struct cloop_device *device, struct file *file);

/*
 * Whether `image`, attached to `device`, may be part of a circle: a loop device below the image has
 * got another file since (LOOP_CHANGE_FD), and a loop device lies on `device`. The two may be the
 * same loop device, because a loop device does not show its backing file to other drivers. So the
 * result may be true without a circle, until the file is passed to the driver again. From any
 * context; takes spinlocks.
 */
bool cloop_is_in_circle(const struct cloop_device *device, const struct cloop_image *image);

#endif
