/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * A device /dev/cloopN: its disk, its requests, and what can be done with it.
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
	 * Held by the task that attaches, detaches, suspends or resumes. Taken inside the disk's open_mutex, so never held while asking for that.
	 */
	struct mutex control;
	struct cloop_image *suspended;	/* control: what was attached, without its file, which must come back */
	bool is_left;			/* control: was detached under someone who has it open, and may have pages of it */
	unsigned long *damaged;		/* control; a bit for each block that could not be read. Requests use it while there is an image */

	spinlock_t lock;		/* of what follows; held for moments, never while sleeping */
	struct cloop_image *image;	/* null: detached or suspended */
	u64 swaps;			/* how often that changed */
	struct list_head flights;	/* requests that decode a block, for themselves and those that joined */
	bool is_leaving;		/* goes when the last user closes it */
	char name[LO_NAME_SIZE];	/* as LOOP_SET_STATUS64 gave it */
	char *suspended_path;		/* where the file was that was let go */

	atomic64_t stored_bytes;	/* read below */
	atomic64_t raw_bytes;		/* given above */
	atomic64_t cache_hits;
	atomic64_t joined;		/* requests that were served by another one's block */
	atomic_t damaged_blocks;
};

extern const struct block_device_operations cloop_operations;
extern const struct attribute_group cloop_group;
extern const struct attribute_group cloop_loop_group;

/* -ENOMEM and what registering a disk may come to. */
struct cloop_device *cloop_device_create(int major, unsigned int number);
/* Pre: nobody has it open. */
void cloop_device_destroy(struct cloop_device *device);

/* The image, counted, or null: put it back. From any thread. */
struct cloop_image *cloop_device_image(struct cloop_device *device);

/*
 * All that follows sleeps, and wants device->control held.
 *
 * Attach and change take over `image`. Attaching to a suspended device resumes it.
 * -EBUSY: something is attached, or was detached while it was open and still is open. -EINVAL: not the same image. -ENOMEM.
 */
int cloop_device_attach(struct cloop_device *device, struct cloop_image *image);
/* Another image in the place of one that nobody but the caller has open. Takes it over; where that fails, nothing is attached. -ENOMEM. */
int cloop_device_replace(struct cloop_device *device, struct cloop_image *image);
/* Requests that run end on the old file. -ENXIO: nothing is attached. */
int cloop_device_change(struct cloop_device *device, struct cloop_image *image);
/* Requests that wait end with an error. */
void cloop_device_detach(struct cloop_device *device);
/* -ENXIO: nothing is attached. -EBUSY: suspended already. -EOPNOTSUPP: it shows partitions, whose last users would wait in the way. */
int cloop_device_suspend(struct cloop_device *device);

/* Whether anyone but the caller, who has it open, and the suspension itself has the device open. */
static inline bool cloop_device_is_in_use(const struct cloop_device *device)
{
	return disk_openers(device->disk) > 1 + !!device->suspended;
}

/* Whether partitions are looked for. */
static inline bool cloop_device_wants_partitions(const struct cloop_device *device)
{
	return !test_bit(GD_SUPPRESS_PART_SCAN, &device->disk->state);
}

static inline bool cloop_device_is_attached(const struct cloop_device *device)
{
	return device->image || device->suspended;
}

#endif
