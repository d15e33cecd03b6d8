/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * The differences between the supported kernels (6.1 and newer), and nothing else.
 */
#ifndef CLOOP_COMPAT_H
#define CLOOP_COMPAT_H

#include <linux/blk-mq.h>
#include <linux/backing-dev.h>
#include <linux/blkdev.h>
#include <linux/shrinker.h>
#include <linux/slab.h>
#include <linux/version.h>

#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 12, 0)
#include <linux/unaligned.h>
#else
#include <asm/unaligned.h>
#endif

/* 6.5: the open mode has its own type, blk_mode_t; release() gets the disk only. */
#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 5, 0)
typedef blk_mode_t cloop_mode_t;
#define cloop_release(name, disk) name(struct gendisk *disk)
#else
typedef fmode_t cloop_mode_t;
#define cloop_release(name, disk) name(struct gendisk *disk, fmode_t mode)
#endif

/* 6.7: the kernel allocates shrinkers; they have a field for private data. */
#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 7, 0)
typedef struct shrinker cloop_shrinker_t;

static inline void *cloop_shrinker_data(struct shrinker *shrinker)
{
	return shrinker->private_data;
}

static inline cloop_shrinker_t *
cloop_shrinker_register(unsigned long (*count)(struct shrinker *, struct shrink_control *),
			unsigned long (*scan)(struct shrinker *, struct shrink_control *),
			long batch, void *data)
{
	struct shrinker *shrinker = shrinker_alloc(0, "cloop");

	if (!shrinker)
		return NULL;
	shrinker->count_objects = count;
	shrinker->scan_objects = scan;
	shrinker->batch = batch;
	shrinker->private_data = data;
	shrinker_register(shrinker);
	return shrinker;
}

static inline void cloop_shrinker_unregister(cloop_shrinker_t *shrinker)
{
	shrinker_free(shrinker);
}
#else
typedef struct {
	struct shrinker shrinker;
	void *data;
} cloop_shrinker_t;

static inline void *cloop_shrinker_data(struct shrinker *shrinker)
{
	return container_of(shrinker, cloop_shrinker_t, shrinker)->data;
}

static inline cloop_shrinker_t *
cloop_shrinker_register(unsigned long (*count)(struct shrinker *, struct shrink_control *),
			unsigned long (*scan)(struct shrinker *, struct shrink_control *),
			long batch, void *data)
{
	cloop_shrinker_t *own = kzalloc(sizeof(*own), GFP_KERNEL);

	if (!own)
		return NULL;
	own->shrinker.count_objects = count;
	own->shrinker.scan_objects = scan;
	own->shrinker.batch = batch;
	own->shrinker.seeks = DEFAULT_SEEKS;
	own->data = data;
	if (register_shrinker(&own->shrinker, "cloop")) {
		kfree(own);
		return NULL;
	}
	return own;
}

static inline void cloop_shrinker_unregister(cloop_shrinker_t *own)
{
	unregister_shrinker(&own->shrinker);
	kfree(own);
}
#endif

/* 6.14: requests are always merged, the flag is gone. */
#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 14, 0)
#define CLOOP_TAG_FLAGS BLK_MQ_F_NO_SCHED_BY_DEFAULT
#else
#define CLOOP_TAG_FLAGS (BLK_MQ_F_SHOULD_MERGE | BLK_MQ_F_NO_SCHED_BY_DEFAULT)
#endif

/* 6.6: the function no longer takes an event. */
#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 6, 0)
#define cloop_change_medium(disk) disk_force_media_change(disk)
#else
#define cloop_change_medium(disk) disk_force_media_change(disk, DISK_EVENT_MEDIA_CHANGE)
#endif

/* 6.10: a block device points to its page cache directly, no longer through its inode. */
static inline struct address_space *cloop_mapping(const struct gendisk *disk)
{
#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 10, 0)
	return disk->part0->bd_mapping;
#else
	return disk->part0->bd_inode->i_mapping;
#endif
}

/*
 * A disk with requests of up to `most` bytes in any number of segments.
 * 6.9: the limits are passed as a struct.
 */
static inline struct gendisk *cloop_alloc_disk(struct blk_mq_tag_set *tags, void *data,
					       unsigned int most)
{
#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 9, 0)
	struct queue_limits limits = {
		.max_hw_sectors = most >> SECTOR_SHIFT,
		.max_segments = USHRT_MAX,
		.max_segment_size = UINT_MAX,
	};

	return blk_mq_alloc_disk(tags, &limits, data);
#else
	struct gendisk *disk = blk_mq_alloc_disk(tags, data);

	if (!IS_ERR(disk)) {
		blk_queue_max_hw_sectors(disk->queue, most >> SECTOR_SHIFT);
		disk->queue->limits.max_sectors = most >> SECTOR_SHIFT;
		blk_queue_max_segments(disk->queue, USHRT_MAX);
		blk_queue_max_segment_size(disk->queue, UINT_MAX);
	}
	return disk;
#endif
}

/*
 * 6.15: the page cache of block devices has large folios, at most as long as the readahead window.
 * If a part of a folio can't be read, no byte of the folio can be read. So the window is limited to
 * keep each folio within one block. io_pages limits the readahead for larger reads.
 */
static inline void cloop_limit_readahead(struct gendisk *disk, u32 block_size)
{
#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 15, 0)
	disk->bdi->ra_pages = max((block_size & -block_size) >> PAGE_SHIFT, 1U);
	disk->bdi->io_pages = disk->bdi->ra_pages;
#endif
}

/*
 * Splits requests at block boundaries, and makes readahead cover whole blocks.
 * 6.9: the limits are updated as a struct. 6.14: the commit freezes the queue itself.
 */
static inline int cloop_limit_requests(struct gendisk *disk, u32 block_size)
{
#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 14, 0)
	struct queue_limits limits = queue_limits_start_update(disk->queue);

	limits.chunk_sectors = block_size >> SECTOR_SHIFT;
	limits.io_opt = block_size;
	return queue_limits_commit_update_frozen(disk->queue, &limits);
#elif LINUX_VERSION_CODE >= KERNEL_VERSION(6, 9, 0)
	struct queue_limits limits = queue_limits_start_update(disk->queue);
	int error;

	limits.chunk_sectors = block_size >> SECTOR_SHIFT;
	limits.io_opt = block_size;
	blk_mq_freeze_queue(disk->queue);
	error = queue_limits_commit_update(disk->queue, &limits);
	blk_mq_unfreeze_queue(disk->queue);
	return error;
#else
	blk_mq_freeze_queue(disk->queue);
	blk_queue_chunk_sectors(disk->queue, block_size >> SECTOR_SHIFT);
	blk_queue_io_opt(disk->queue, block_size);
	disk_update_readahead(disk);
	blk_mq_unfreeze_queue(disk->queue);
	return 0;
#endif
}

#endif
