/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * A cache of decoded blocks. A read of a part of a block decodes the whole block; the cache keeps
 * it because the next read often wants another part. The cache is bounded, and a shrinker frees it
 * when memory is short.
 */
#ifndef CLOOP_CACHE_H
#define CLOOP_CACHE_H

#include <linux/list.h>
#include <linux/spinlock.h>
#include <linux/types.h>
#include <linux/xarray.h>

#include "cloop_compat.h"

/* One decoded block. Each user puts it back with cloop_cache_put(). `data` does not change. */
struct cloop_cached {
	struct list_head node;
	u32 block;
	int users;		/* protected by the lock of the cache */
	bool is_kept;		/* never evicted */
	void *data;
};

struct cloop_cache {
	spinlock_t lock;	/* protects all fields below */
	struct xarray blocks;
	struct list_head recent;	/* most recently used first; without kept blocks */
	unsigned int count;		/* length of `recent` */
	unsigned int limit;
	u32 block_size;
	cloop_shrinker_t *shrinker;	/* NULL: the cache was never initialized */
};

/* Makes an empty cache for at most `limit` blocks of `block_size` bytes. -ENOMEM. */
int cloop_cache_init(struct cloop_cache *cache, u32 block_size, unsigned int limit);

/* Pre: no block is in use. The cache may be all zeros, that is, never initialized. */
void cloop_cache_destroy(struct cloop_cache *cache);

/* The block, or NULL if it is not cached. Must not be called from an interrupt. */
struct cloop_cached *cloop_cache_get(struct cloop_cache *cache, u32 block);
void cloop_cache_put(struct cloop_cache *cache, struct cloop_cached *cached);

/*
 * Adds a block and returns it, in use. The cache takes over the buffer *data with its content, and
 * stores another buffer in *data. NULL, with nothing changed, if the cache is full, memory is short
 * or the block is cached already. Sleeps.
 */
struct cloop_cached *cloop_cache_add(struct cloop_cache *cache, u32 block, void **data,
				     bool is_kept);

#endif
