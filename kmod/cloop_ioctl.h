/* SPDX-License-Identifier: GPL-2.0-only WITH Linux-syscall-note */
/*
 * What a cloop device understands beside the ioctls of <linux/loop.h>.
 *
 * Attaching, detaching and asking is done with loop's own numbers. 0x4C07, which suspended a device in drivers up to 5.3, is LOOP_SET_CAPACITY
 * here as in mainline.
 */
#ifndef CLOOP_IOCTL_H
#define CLOOP_IOCTL_H

#include <linux/ioctl.h>
#include <linux/types.h>

/*
 * Lets go of the file. Requests wait, without an error, until LOOP_CHANGE_FD, LOOP_SET_FD, LOOP_CONFIGURE or CLOOP_SET_PARTS hands over the same
 * image again, at the offset and with the flags that it had, or LOOP_CLR_FD ends them with an error. The device counts as open meanwhile.
 * ENXIO: nothing is attached. EBUSY: it is suspended already. EOPNOTSUPP: it shows partitions.
 */
#define CLOOP_SUSPEND _IO(0xC7, 0)

/* The parts of a split set, in their order; they are read as one file. */
struct cloop_parts {
	__u32 count;	/* 1 to CLOOP_MAX_PARTS */
	__u32 flags;	/* 0, or CLOOP_RESUME_ONLY */
	__u64 fds;	/* address of `count` times __s32 */
};

#define CLOOP_MAX_PARTS 1024
#define CLOOP_RESUME_ONLY 1	/* ENXIO where the device is not suspended, instead of attaching */

/* Attaches, or resumes with, a split set. Errors as of LOOP_SET_FD. */
#define CLOOP_SET_PARTS _IOW(0xC7, 1, struct cloop_parts)

#endif
