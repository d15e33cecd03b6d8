/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * An image that is open: head, index, file, the contexts in which its blocks are decoded, and those that are kept decoded.
 *
 * Head and index never change. An image is counted by the requests that use it; who retires it waits for them.
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

/* What one block is decoded with. Held by one thread at a time. */
struct cloop_context {
	struct list_head node;
	struct cloop_scratch scratch;
	void *stored;		/* as the file has it: room for the largest block */
	void *raw;		/* block_size bytes */
	struct page **pages;	/* room for those of a block */
};

struct cloop_image {
	struct cloop_head head;
	struct cloop_index index;
	struct cloop_file *file;	/* null while suspended */
	u64 offset, limit;		/* of the file, as in struct cloop_file */
	u32 largest_stored;		/* bytes of the largest block that can be */
	struct cloop_cache cache;

	refcount_t users;
	struct completion unused;

	spinlock_t lock;		/* of the list */
	struct list_head contexts;	/* that are free */
	wait_queue_head_t context_freed;
};

/* How many blocks are decoded when an image is opened, and then kept. */
extern unsigned int cloop_preload;
/* MiB of decoded blocks that an image keeps at most, beside those. */
extern unsigned int cloop_cache_mb;

/*
 * Opens `files` for itself and finds head and index in them, from `offset` on, in no more than `limit` bytes unless that is 0. Sleeps.
 * -EINVAL: no cloop image, or one that can't be, as the log says. -ENOMEM; what opening and reading come to.
 */
struct cloop_image *cloop_image_open(struct file *const *files, unsigned int count, u64 offset, u64 limit);

/* Whether `next` can stand for `image`: the same by size, block size, count and index, and not cut off where that one was not. */
bool cloop_image_can_follow(const struct cloop_image *next, const struct cloop_image *image);

void cloop_image_get(struct cloop_image *image);
void cloop_image_put(struct cloop_image *image);

/* Gives up the first reference and waits until no request uses the image. Nobody may get it any more. */
void cloop_image_retire(struct cloop_image *image);

/* Pre: retired. */
void cloop_image_close(struct cloop_image *image);

struct cloop_context *cloop_context_get(struct cloop_image *image);
void cloop_context_put(struct cloop_image *image, struct cloop_context *context);

/* Why a block can't be read; null is no reason. For the log. */
typedef const char *cloop_reason;

/* Finds and reads what is stored of `block` into context->stored. Sleeps. */
cloop_reason cloop_read_stored(const struct cloop_image *image, u32 block, struct cloop_context *context, struct cloop_extent *extent);

/* Decodes that into `raw`, block_size bytes. */
cloop_reason cloop_decode(const struct cloop_image *image, struct cloop_context *context, const struct cloop_extent *extent, void *raw);

#endif
