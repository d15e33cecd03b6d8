// SPDX-License-Identifier: GPL-2.0-only
#include "cloop_cache.h"

#include <linux/mm.h>
#include <linux/sizes.h>
#include <linux/slab.h>

static void cloop_cached_free(struct cloop_cached *cached)
{
	if (cached)
		kvfree(cached->data);
	kfree(cached);
}

/* Removes the least recently used block that has no user. Pre: the lock is held. */
static struct cloop_cached *cloop_cache_evict(struct cloop_cache *cache)
{
	struct cloop_cached *cached;

	list_for_each_entry_reverse(cached, &cache->recent, node) {
		if (cached->users)
			continue;
		list_del(&cached->node);
		cache->count--;
		xa_erase(&cache->blocks, cached->block);
		return cached;
	}
	return NULL;
}

static unsigned long cloop_cache_shrink_count(struct shrinker *shrinker,
					      struct shrink_control *control)
{
	const struct cloop_cache *cache = cloop_shrinker_data(shrinker);

	return READ_ONCE(cache->count) ?: SHRINK_EMPTY;
}

static unsigned long cloop_cache_shrink_scan(struct shrinker *shrinker,
					     struct shrink_control *control)
{
	struct cloop_cache *cache = cloop_shrinker_data(shrinker);
	unsigned long freed = 0;

	while (freed < control->nr_to_scan) {
		struct cloop_cached *oldest;

		spin_lock(&cache->lock);
		oldest = cloop_cache_evict(cache);
		spin_unlock(&cache->lock);
		if (!oldest)
			break;
		cloop_cached_free(oldest);
		freed++;
	}
	return freed ?: SHRINK_STOP;
}

int cloop_cache_init(struct cloop_cache *cache, u32 block_size, unsigned int limit)
{
	spin_lock_init(&cache->lock);
	xa_init(&cache->blocks);
	INIT_LIST_HEAD(&cache->recent);
	cache->count = 0;
	cache->limit = limit;
	cache->block_size = block_size;
	cache->shrinker = cloop_shrinker_register(cloop_cache_shrink_count, cloop_cache_shrink_scan,
						  max(SZ_1M / block_size, 1U), cache);
	return cache->shrinker ? 0 : -ENOMEM;
}

void cloop_cache_destroy(struct cloop_cache *cache)
{
	struct cloop_cached *cached;
	unsigned long block;

	if (!cache->shrinker)
		return;
	cloop_shrinker_unregister(cache->shrinker);
	xa_for_each(&cache->blocks, block, cached)
		cloop_cached_free(cached);
	xa_destroy(&cache->blocks);
}

struct cloop_cached *cloop_cache_get(struct cloop_cache *cache, u32 block)
{
	struct cloop_cached *cached;

	spin_lock(&cache->lock);
	cached = xa_load(&cache->blocks, block);
	if (cached) {
		cached->users++;
		if (!cached->is_kept)
			list_move(&cached->node, &cache->recent);
	}
	spin_unlock(&cache->lock);
	return cached;
}

void cloop_cache_put(struct cloop_cache *cache, struct cloop_cached *cached)
{
	spin_lock(&cache->lock);
	cached->users--;
	spin_unlock(&cache->lock);
}

struct cloop_cached *cloop_cache_add(struct cloop_cache *cache, u32 block, void **data,
				     bool is_kept)
{
	const gfp_t gfp = GFP_NOIO | __GFP_NOWARN;
	struct cloop_cached *cached = NULL;

	if (!is_kept) {
		spin_lock(&cache->lock);
		if (cache->count >= cache->limit)
			cached = cloop_cache_evict(cache);
		spin_unlock(&cache->lock);
		if (!cached && READ_ONCE(cache->count) >= cache->limit)
			return NULL;
	}
	if (!cached) {
		cached = kzalloc(sizeof(*cached), gfp);
		if (cached)
			cached->data = kvmalloc(cache->block_size, gfp);
		if (!cached || !cached->data) {
			cloop_cached_free(cached);
			return NULL;
		}
	}
	cached->block = block;
	cached->is_kept = is_kept;
	cached->users = 1;
	swap(cached->data, *data);

	spin_lock(&cache->lock);
	if (xa_insert(&cache->blocks, block, cached, GFP_NOWAIT | __GFP_NOWARN)) {
		spin_unlock(&cache->lock);
		swap(cached->data, *data);
		cloop_cached_free(cached);
		return NULL;
	}
	if (!is_kept) {
		list_add(&cached->node, &cache->recent);
		cache->count++;
	}
	spin_unlock(&cache->lock);
	return cached;
}
