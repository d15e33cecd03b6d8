/* SPDX-License-Identifier: GPL-2.0-only WITH Linux-syscall-note */
/*
 * The ioctls of a cloop device beside those of <linux/loop.h>.
 *
 * Attach, detach and status use the ioctls of loop. The number 0x4C07, which suspended a device in
 * drivers up to 5.3, is LOOP_SET_CAPACITY, as in mainline.
 */
#ifndef CLOOP_IOCTL_H
#define CLOOP_IOCTL_H

#include <linux/ioctl.h>
#include <linux/types.h>

/*
 * Closes the backing file. Requests wait, without an error, until LOOP_CHANGE_FD, LOOP_SET_FD,
 * LOOP_CONFIGURE or CLOOP_SET_PARTS passes the same image again (the device resumes with its old
 * offset and flags), or until LOOP_CLR_FD fails them. Meanwhile the device counts as open.
 * ENXIO: no image is attached. EBUSY: the device is suspended already. EOPNOTSUPP: the device has
 * partitions.
 */
#define CLOOP_SUSPEND _IO(0xC7, 0)

/* The parts of a split set, in order; the driver reads them as one file. */
struct cloop_parts {
	__u32 count;	/* 1 to CLOOP_MAX_PARTS */
	__u32 flags;	/* 0 or CLOOP_RESUME_ONLY */
	__u64 fds;	/* address of an array of `count` __s32 */
};

#define CLOOP_MAX_PARTS 1024
#define CLOOP_RESUME_ONLY 1	/* ENXIO if the device is not suspended; never attaches */

/* Attaches a split set, or resumes with one. Errors as for LOOP_SET_FD. */
#define CLOOP_SET_PARTS _IOW(0xC7, 1, struct cloop_parts)

#endif
