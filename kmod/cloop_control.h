/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * What user space asks of a device: the ioctls of loop and our own, and the file of the module's parameter.
 */
#ifndef CLOOP_CONTROL_H
#define CLOOP_CONTROL_H

#include "cloop_device.h"

/* The image at `path`; where that is part .000 of a split set, with the parts beside it. Sleeps. */
struct cloop_image *cloop_open_path(const char *path);

#endif
