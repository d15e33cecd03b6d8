/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * The control of a device by user space: the ioctls, and the module parameter "file".
 */
#ifndef CLOOP_CONTROL_H
#define CLOOP_CONTROL_H

#include "cloop_device.h"

/* Opens the image at `path`; if that is part .000 of a split set, with all its parts. Sleeps. */
struct cloop_image *cloop_open_path(const char *path);

#endif
