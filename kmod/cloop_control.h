/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * What user space asks of a device: the ioctls of loop and our own, and the file of the module's parameter.
 */
#ifndef CLOOP_CONTROL_H
#define CLOOP_CONTROL_H

#include "cloop_device.h"

/* Attaches the file at `path`, and where it is part .000 of a split set, the parts beside it. */
int cloop_attach_path(struct cloop_device *device, const char *path);

#endif
