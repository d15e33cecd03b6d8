/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * A device /dev/cloopN: its disk, its requests, attach, detach, suspend and resume.
 */
#ifndef CLOOP_DEVICE_H
#define CLOOP_DEVICE_H

#include <linux/blk-mq.h>
#include <linux/blkdev.h>
#include <linux/loop.h>
#include <linux/mutex.h>
#include <linux/workqueue.h>

#include "cloop_image.h"

struct cloop_device {
	struct gendisk *disk;
	struct blk_mq_tag_set tags;
	struct workqueue_struct *workers;

	/*
	 * Serializes attach, detach, suspend and resume, and protects the three fields below. Lock
	 * order: the disk's open_mutex, then `control`.
	 */
	struct mutex control;
	struct cloop_image *suspended;	/* the image, without its file, while suspended */
	bool is_left;			/* detached while open, not closed yet: has old pages */
	/*
	 * One bit for each block found damaged. Requests set bits while they hold a reference to
	 * the image.
	 */
	unsigned long *damaged;

	spinlock_t lock;		/* protects the fields below, up to the counters */
	struct cloop_image *image;	/* NULL: detached or suspended */
	u64 swaps;			/* number of changes of `image` */
	struct list_head flights;	/* requests that decode a block; see cloop_device.c */
	bool is_leaving;		/* detach pending: done on last close */
	char name[LO_NAME_SIZE];	/* set by LOOP_SET_STATUS64 */
	char *suspended_path;		/* path of the closed file, while suspended */

	/* Counters, shown in sysfs. */
	atomic64_t stored_bytes;	/* read from the backing file */
	atomic64_t raw_bytes;		/* returned to readers */
	atomic64_t cache_hits;
	atomic64_t joined;		/* requests completed by the flight of another one */
	atomic_t damaged_blocks;
};

extern const struct block_device_operations cloop_operations;
extern const struct attribute_group cloop_group;
extern const struct attribute_group cloop_loop_group;

/* -ENOMEM and the errors of device_add_disk(). */
struct cloop_device *cloop_device_create(int major, unsigned int number);
/* Pre: the device is not open. */
void cloop_device_destroy(struct cloop_device *device);

/* A reference to the image, or NULL. From any thread. */
struct cloop_image *cloop_device_image(struct cloop_device *device);

/*
 * The functions below sleep. Pre: device->control is held.
 *
 * Attach, replace and change take over `image`, also if they fail. Attach resumes a suspended
 * device.
 * -EBUSY: an image is attached, or one was detached while the device was open, and it still is.
 * -EINVAL: resume with another image. -ENOMEM.
 */
int cloop_device_attach(struct cloop_device *device, struct cloop_image *image);
/*
 * Replaces the image by another one. Pre: only the caller has the device open. -ENOMEM; then no
 * image is attached.
 */
int cloop_device_replace(struct cloop_device *device, struct cloop_image *image);
/*
 * Replaces the image by a copy of it. Running requests finish with the old file. -EINVAL: another
 * image. -ENXIO: no image is attached.
 */
int cloop_device_change(struct cloop_device *device, struct cloop_image *image);
/* Waiting requests fail. */
void cloop_device_detach(struct cloop_device *device);
/*
 * -ENXIO: no image is attached. -EBUSY: the device is suspended already. -EOPNOTSUPP: the device
 * has partitions.
 */
int cloop_device_suspend(struct cloop_device *device);

/*
 * Whether another task than the caller has the device open. Pre: the caller has it open. Suspend
 * counts as one opener, too.
 */
static inline bool cloop_device_is_in_use(const struct cloop_device *device)
{
	return disk_openers(device->disk) > 1 + !!device->suspended;
}

/* Whether the kernel scans the device for partitions. */
static inline bool cloop_device_wants_partitions(const struct cloop_device *device)
{
	return !test_bit(GD_SUPPRESS_PART_SCAN, &device->disk->state);
}

static inline bool cloop_device_is_attached(const struct cloop_device *device)
{
	return device->image || device->suspended;
}

#endif
