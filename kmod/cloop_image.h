/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * An open image: head, index, backing file, decode contexts and cache.
 *
 * Head and index never change. Each request that uses an image holds a reference;
 * cloop_image_retire() waits for them.
 */
#ifndef CLOOP_IMAGE_H
#define CLOOP_IMAGE_H

#include <linux/completion.h>
#include <linux/refcount.h>
#include <linux/spinlock.h>
#include <linux/wait.h>

#include "cloop_cache.h"
#include "cloop_codec.h"
#include "cloop_file.h"
#include "cloop_format.h"

/* The buffers to decode one block. Used by one thread at a time. */
struct cloop_context {
	struct list_head node;
	struct cloop_scratch scratch;
	void *stored;		/* the stored block: room for the largest one */
	void *raw;		/* the decoded block: block_size bytes */
	struct page **pages;	/* room for the pages of a block */
};

struct cloop_image {
	struct cloop_head head;
	struct cloop_index index;
	struct cloop_file *file;	/* NULL while suspended */
	u64 offset, limit;		/* as in struct cloop_file */
	u32 largest_stored;		/* stored size of the largest block */
	struct cloop_cache cache;

	refcount_t users;
	struct completion unused;

	spinlock_t lock;		/* protects `contexts` */
	struct list_head contexts;	/* the free ones */
	wait_queue_head_t context_freed;
};

/* Number of blocks to decode when an image is opened, and to keep. */
extern unsigned int cloop_preload;
/* Size of the cache of each image, in MiB, without the kept blocks. */
extern unsigned int cloop_cache_mb;

/*
 * Opens the image in `files`, which begins at `offset` and has at most `limit` bytes (0: no limit).
 * Sleeps. -EINVAL: not a cloop image, or an invalid one; the log says why. -ENOMEM and the errors
 * of open() and read().
 */
struct cloop_image *cloop_image_open(struct file *const *files, unsigned int count, u64 offset,
				     u64 limit);

/*
 * Whether `next` can replace `image`: the same size, block size, block count and index, and not cut
 * off where `image` was not.
 */
bool cloop_image_can_follow(const struct cloop_image *next, const struct cloop_image *image);

void cloop_image_get(struct cloop_image *image);
void cloop_image_put(struct cloop_image *image);

/*
 * Drops the initial reference and waits until no request uses the image. Pre: no new request can
 * get the image.
 */
void cloop_image_retire(struct cloop_image *image);

/* Pre: the image is retired, or was never attached. */
void cloop_image_close(struct cloop_image *image);

struct cloop_context *cloop_context_get(struct cloop_image *image);
void cloop_context_put(struct cloop_image *image, struct cloop_context *context);

/*
 * Reads the stored block into context->stored, and sets `extent`. Sleeps. Returns why the block is
 * damaged, for the log; NULL: no damage was found.
 */
const char *cloop_read_stored(const struct cloop_image *image, u32 block,
			      struct cloop_context *context, struct cloop_extent *extent);

/* Decodes context->stored into `raw`, block_size bytes. Returns the same as cloop_read_stored(). */
const char *cloop_decode(const struct cloop_image *image, struct cloop_context *context,
			 const struct cloop_extent *extent, void *raw);

#endif
