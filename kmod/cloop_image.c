// SPDX-License-Identifier: GPL-2.0-only
#define pr_fmt(fmt) "cloop: " fmt
#include "cloop_image.h"

#include <linux/cpumask.h>
#include <linux/err.h>
#include <linux/mm.h>
#include <linux/sizes.h>
#include <linux/sched/signal.h>
#include <linux/slab.h>
#include <linux/vmalloc.h>

#include "cloop_compat.h"

#define SECTOR	2048U
#define RUN_OUT	(150U * SECTOR)	/* maximum padding after the last file of a burned disc */

/* A large allocation may fail; it must not start the OOM killer. */
static void *cloop_alloc_large(size_t size)
{
	const gfp_t gfp = GFP_KERNEL | __GFP_RETRY_MAYFAIL | __GFP_NOWARN;

	return size > 4 * PAGE_SIZE ? __vmalloc(size, gfp) : kmalloc(max_t(size_t, size, 1), gfp);
}

/* Loads the index at `offset`, as far as it lies before `end`. */
static int cloop_load_index(const struct cloop_file *file, const struct cloop_head *head,
			    u64 offset, u64 end, struct cloop_index *index)
{
	const u64 bytes = min(cloop_index_size(head), end > offset ? end - offset : 0);
	int error;

	index->known = div_u64(bytes, cloop_entry_size(head));
	index->data_begin = head->is_last ? 0 : offset + cloop_index_size(head);
	index->data_limit = head->is_last ? offset : CLOOP_OFFSET_MASK;
	index->file_size = end;
	index->entries = cloop_alloc_large(index->known * sizeof(u64));
	if (!index->entries)
		return -ENOMEM;
	error = cloop_file_read_past_errors(file, offset, index->entries,
					    index->known * (size_t)cloop_entry_size(head));
	if (error) {
		kvfree(index->entries);
		return error;
	}
	cloop_decode_index(head, index);
	return 0;
}

/* Where the head is; V0 has no magic number, so it is tried separately. */
enum layout { FIRST, FIRST_V0, LAST };

/*
 * The block count of a head-last image according to its index: the index begins with the first
 * nonzero word behind the data, and its last entry is the end of the data. With a wrong block count
 * from the head, the index would begin at the wrong entry.
 */
static bool cloop_count_from_index(const struct cloop_file *file, u64 head_offset, u32 *count)
{
	const size_t room = 2 * SECTOR;
	bool is_found = false;
	u64 data_end;
	size_t size, at;
	u8 *behind;

	if (head_offset < 16)
		return false;
	behind = kmalloc(room, GFP_KERNEL);
	if (!behind || cloop_file_read(file, head_offset - 8, behind, 8))
		goto out;
	data_end = get_unaligned_be64(behind) & CLOOP_OFFSET_MASK;
	if (data_end >= head_offset)
		goto out;
	size = min_t(u64, room, head_offset - data_end);
	if (cloop_file_read(file, data_end, behind, size))
		goto out;
	for (at = (head_offset - data_end) % 8; at + 8 <= size && !is_found; at += 8) {
		const u64 entries = (head_offset - data_end - at) / 8;

		is_found = get_unaligned_be64(behind + at) && entries - 1 <= U32_MAX;
		*count = entries - 1;
	}
out:
	kfree(behind);
	return is_found;
}

/*
 * Parses the head in `bytes`, at the beginning of the file or up to `end`, and loads its index.
 * -ENOEXEC: not a head, or the file is too small for its index. -EINVAL: an invalid head.
 */
static int cloop_load_head(const struct cloop_file *file, const u8 *bytes, enum layout layout,
			   u64 end, struct cloop_head *head, struct cloop_index *index)
{
	int error = layout == FIRST_V0 ? cloop_parse_v0_head(bytes, head) :
					 cloop_parse_head(bytes, layout == LAST, head);

	if (error)
		return error;
	if (layout != LAST)
		return cloop_load_index(file, head, CLOOP_HEAD_SIZE, end, index);
	if (cloop_index_size(head) + CLOOP_HEAD_SIZE > end)
		return -ENOEXEC;
	return cloop_load_index(file, head, end - CLOOP_HEAD_SIZE - cloop_index_size(head),
				end - CLOOP_HEAD_SIZE, index);
}

/*
 * Whether the index `alt`, loaded with the block count that the index implies, fits better than
 * `stated`, loaded with the block count in the head. `stated_head` is NULL if that one could not be
 * loaded. In a head-first image the shorter index is the beginning of the longer one, so only the
 * entries between their ends are compared.
 */
static bool cloop_index_fits_better(const struct cloop_head *alt_head,
				    const struct cloop_index *alt,
				    const struct cloop_head *stated_head,
				    const struct cloop_index *stated)
{
	const s64 rising = cloop_count_rising(alt_head, alt), blocks = (s64)alt->known - 1;
	s64 stated_rising, stated_blocks;

	if (2 * rising < blocks || !stated_head)
		return 2 * rising >= blocks;
	stated_rising = cloop_count_rising(stated_head, stated);
	stated_blocks = (s64)stated->known - 1;
	if (alt_head->is_last)
		return rising > stated_rising ||
		       (rising == stated_rising &&
			alt_head->block_count < stated_head->block_count);
	if (blocks > stated_blocks)
		return 2 * (rising - stated_rising) > blocks - stated_blocks;
	return 2 * (stated_rising - rising) < stated_blocks - blocks;
}

/*
 * Like cloop_load_head(), but uses `count`, the block count that the index implies, if the index
 * fits it better than the block count in the head. A damaged count would make the disc too short.
 */
static int cloop_load_with_count(const struct cloop_file *file, const u8 *bytes, enum layout layout,
				 u64 end, u32 count, struct cloop_head *head,
				 struct cloop_index *index)
{
	int error = cloop_load_head(file, bytes, layout, end, head, index);
	const u32 stated = get_unaligned_be32(bytes + CLOOP_HEAD_SIZE - 4);
	u8 corrected[CLOOP_HEAD_SIZE];
	struct cloop_index alt = {};
	struct cloop_head alt_head;

	if (count == stated)
		return error;
	memcpy(corrected, bytes, sizeof(corrected));
	put_unaligned_be32(count, corrected + CLOOP_HEAD_SIZE - 4);
	if (cloop_load_head(file, corrected, layout, end, &alt_head, &alt))
		return error;
	if (!cloop_index_fits_better(&alt_head, &alt, error ? NULL : head, index)) {
		kvfree(alt.entries);
		return error;
	}
	if (!error)
		kvfree(index->entries);
	*head = alt_head;
	head->stated_count = stated;
	*index = alt;
	return 0;
}

/* Loads the head that ends at `end`, from its `bytes`, and its index. -ENOEXEC: not a head. */
static int cloop_try_last_head(const struct cloop_file *file, const u8 *bytes, u64 end,
			       struct cloop_head *head, struct cloop_index *index)
{
	u32 count;
	int error;

	if (memcmp(bytes + 11, "V2.0", 4) && memcmp(bytes + 11, "V4.0", 4))
		return -ENOEXEC;
	if (cloop_count_from_index(file, end - CLOOP_HEAD_SIZE, &count))
		error = cloop_load_with_count(file, bytes, LAST, end, count, head, index);
	else
		error = cloop_load_head(file, bytes, LAST, end, head, index);
	if (!error && !cloop_ends_before_index(head, index)) {
		kvfree(index->entries);
		return -ENOEXEC;
	}
	return error;
}

static int cloop_load_first_head(const struct cloop_file *file, const u8 *bytes, enum layout layout,
				 struct cloop_head *head, struct cloop_index *index)
{
	/* Even if this fails with -EINVAL, head->version is set. */
	const int error = layout == FIRST_V0 ? cloop_parse_v0_head(bytes, head) :
					       cloop_parse_head(bytes, false, head);
	u8 entry[8];
	u32 count;

	if (error == -ENOEXEC)
		return error;
	if (!cloop_file_read(file, CLOOP_HEAD_SIZE, entry, sizeof(entry)) &&
	    cloop_count_from_entry(entry, head->version, file->size, &count))
		return cloop_load_with_count(file, bytes, layout, file->size, count, head, index);
	return cloop_load_head(file, bytes, layout, file->size, head, index);
}

/*
 * Finds a head that ends at the end of the file, or before the zeros at the end of a burned disc.
 * The head ends with the block count, of which up to three bytes may be zero, so several ends are
 * possible.
 */
static int cloop_find_last_head(const struct cloop_file *file, struct cloop_head *head,
				struct cloop_index *index)
{
	const size_t size = min_t(u64, file->size, RUN_OUT + SECTOR + CLOOP_HEAD_SIZE);
	const u64 begin = file->size - size;
	size_t end = size, more;
	int error;
	u8 *tail;

	if (size < CLOOP_HEAD_SIZE)
		return -ENOEXEC;
	tail = cloop_alloc_large(size);
	if (!tail)
		return -ENOMEM;
	error = cloop_file_read_past_errors(file, begin, tail, size);
	if (error)
		goto out;
	error = cloop_try_last_head(file, tail + end - CLOOP_HEAD_SIZE, file->size, head, index);
	if (error != -ENOEXEC)
		goto out;
	while (end && !tail[end - 1])
		end--;
	for (more = 0; more < 4 && error == -ENOEXEC; more++) {
		if (end + more >= CLOOP_HEAD_SIZE && end + more <= size)
			error = cloop_try_last_head(file, tail + end + more - CLOOP_HEAD_SIZE,
						    begin + end + more, head, index);
	}
out:
	kvfree(tail);
	return error;
}

/* -ENOEXEC: not an image. -EBADMSG: an invalid head. -EMEDIUMTYPE: only FreeBSD reads it. */
static int cloop_find_head(const struct cloop_file *file, struct cloop_head *head,
			   struct cloop_index *index)
{
	u8 bytes[CLOOP_HEAD_SIZE];
	int error, read_error;

	read_error = cloop_file_read(file, 0, bytes, sizeof(bytes));
	if (!read_error) {
		if (cloop_is_for_freebsd(bytes))
			return -EMEDIUMTYPE;
		error = cloop_load_first_head(file, bytes, FIRST, head, index);
		if (error != -ENOEXEC)
			return error == -EINVAL ? -EBADMSG : error;
	}
	error = cloop_find_last_head(file, head, index);
	if (error != -ENOEXEC)
		return error == -EINVAL ? -EBADMSG : error;
	if (read_error)
		return read_error == -ENODATA ? -ENOEXEC : read_error;

	error = cloop_load_first_head(file, bytes, FIRST_V0, head, index);
	if (!error && !cloop_is_believable_v0(head, index)) {
		kvfree(index->entries);
		return -ENOEXEC;
	}
	return error;
}

/* Sets image->largest_stored. Returns the codecs in use, one bit per id. */
static unsigned long cloop_scan_index(struct cloop_image *image)
{
	unsigned long codecs = 0;
	struct cloop_extent extent;
	u32 block;

	for (block = 0; block < image->head.block_count && block + 1ULL < image->index.known;
	     block++) {
		if (block % 65536 == 0)
			cond_resched();
		if (cloop_find_block(&image->head, &image->index, block, &extent) != CLOOP_SOUND)
			continue;
		image->largest_stored = max(image->largest_stored, extent.size);
		codecs |= BIT(extent.codec);
	}
	return codecs;
}

static void cloop_free_contexts(struct cloop_image *image)
{
	struct cloop_context *context, *next;

	list_for_each_entry_safe(context, next, &image->contexts, node) {
		cloop_scratch_destroy(&context->scratch);
		kvfree(context->stored);
		kvfree(context->raw);
		kvfree(context->pages);
		kfree(context);
	}
}

/*
 * Two for each processor, because some workers wait for the disc. One if the blocks are large, to
 * save memory.
 */
static int cloop_make_contexts(struct cloop_image *image, unsigned long codecs)
{
	unsigned int count = num_online_cpus() * (image->head.block_size > SZ_1M ? 1 : 2);

	while (count--) {
		struct cloop_context *context = kzalloc(sizeof(*context), GFP_KERNEL);

		if (!context)
			return -ENOMEM;
		list_add(&context->node, &image->contexts);
		context->stored = cloop_alloc_large(image->largest_stored);
		context->raw = cloop_alloc_large(image->head.block_size);
		context->pages = cloop_alloc_large(DIV_ROUND_UP(image->head.block_size, PAGE_SIZE) *
						   sizeof(struct page *));
		if (!context->stored || !context->raw || !context->pages ||
		    cloop_scratch_init(&context->scratch, codecs))
			return -ENOMEM;
	}
	return 0;
}

static void cloop_warn_about_codecs(const char *name, unsigned long used)
{
	u8 id;

	for (id = 0; id < 16; id++) {
		const struct cloop_codec *codec = cloop_find_codec(id);

		if (!(used & BIT(id)))
			continue;
		if (!codec)
			pr_warn("%s: blocks with unknown codec %u can't be read.\n", name, id);
		else if (!codec->decode)
			pr_warn("%s: blocks with codec %s can't be read: no decoder in kernel.\n",
				name, codec->name);
	}
}

void cloop_image_close(struct cloop_image *image)
{
	cloop_cache_destroy(&image->cache);
	cloop_free_contexts(image);
	kvfree(image->index.entries);
	cloop_file_close(image->file);
	kfree(image);
}

bool cloop_image_can_follow(const struct cloop_image *next, const struct cloop_image *image)
{
	const struct cloop_index *index = &image->index;
	const u64 end = index->known ? index->entries[index->known - 1] & CLOOP_OFFSET_MASK : 0;

	return next->head.version == image->head.version &&
	       next->head.block_size == image->head.block_size &&
	       next->head.block_count == image->head.block_count &&
	       next->head.size == image->head.size && next->index.known == index->known &&
	       !memcmp(next->index.entries, index->entries, index->known * sizeof(u64)) &&
	       next->index.file_size >= min(index->file_size, end);
}

void cloop_image_get(struct cloop_image *image)
{
	refcount_inc(&image->users);
}

void cloop_image_put(struct cloop_image *image)
{
	if (refcount_dec_and_test(&image->users))
		complete(&image->unused);
}

void cloop_image_retire(struct cloop_image *image)
{
	cloop_image_put(image);
	wait_for_completion(&image->unused);
}

static struct cloop_context *cloop_take_context(struct cloop_image *image)
{
	struct cloop_context *context;

	spin_lock(&image->lock);
	context = list_first_entry_or_null(&image->contexts, struct cloop_context, node);
	if (context)
		list_del(&context->node);
	spin_unlock(&image->lock);
	return context;
}

struct cloop_context *cloop_context_get(struct cloop_image *image)
{
	struct cloop_context *context;

	wait_event(image->context_freed, (context = cloop_take_context(image)));
	return context;
}

void cloop_context_put(struct cloop_image *image, struct cloop_context *context)
{
	spin_lock(&image->lock);
	list_add(&context->node, &image->contexts);
	spin_unlock(&image->lock);
	wake_up(&image->context_freed);
}

const char *cloop_read_stored(const struct cloop_image *image, u32 block,
			      struct cloop_context *context, struct cloop_extent *extent)
{
	extent->offset = 0;
	switch (cloop_find_block(&image->head, &image->index, block, extent)) {
	case CLOOP_ENTRY_DAMAGED:
		return "its index entry is damaged";
	case CLOOP_CUT_OFF:
		return "the file is cut off before the end of the block";
	case CLOOP_SOUND:
		break;
	}
	if (extent->size &&
	    cloop_file_read(image->file, extent->offset, context->stored, extent->size))
		return "the file can't be read at this offset";
	return NULL;
}

const char *cloop_decode(const struct cloop_image *image, struct cloop_context *context,
			 const struct cloop_extent *extent, void *raw)
{
	const struct cloop_codec *codec = cloop_find_codec(extent->codec);
	const u32 block_size = image->head.block_size;
	size_t size = 0;

	if (!codec || !codec->decode)
		return "this kernel has no decoder for its codec";
	if (extent->size) {
		size = codec->decode(&context->scratch, context->stored, extent->size, raw,
				     block_size);
		if (!size || (size < block_size && !extent->may_be_short))
			return "the stored bytes do not decode to a block";
	}
	memset(raw + size, 0, block_size - size);
	return NULL;
}

/*
 * Whether one of the first blocks decodes to the block size. A damaged block size would give the
 * disc a wrong length.
 */
static bool cloop_has_sound_start(struct cloop_image *image)
{
	struct cloop_context *context = cloop_context_get(image);
	bool is_sound = false;
	u32 block;

	for (block = 0; block < min(image->head.block_count, 8U) && !is_sound; block++) {
		struct cloop_extent extent;

		is_sound = !cloop_read_stored(image, block, context, &extent) &&
			   !cloop_decode(image, context, &extent, context->raw);
	}
	cloop_context_put(image, context);
	return is_sound;
}

static int cloop_make_cache(struct cloop_image *image)
{
	const u64 blocks = div_u64((u64)cloop_cache_mb << 20, image->head.block_size);

	return cloop_cache_init(&image->cache, image->head.block_size,
				min_t(u64, blocks, UINT_MAX));
}

static void cloop_preload_blocks(struct cloop_image *image)
{
	struct cloop_context *context = cloop_context_get(image);
	/* At most a quarter of the memory. */
	const u64 most = div_u64((u64)totalram_pages() << (PAGE_SHIFT - 2), image->head.block_size);
	const u32 count = min3((u64)cloop_preload, (u64)image->head.block_count, most);
	u32 block;

	for (block = 0; block < count && !fatal_signal_pending(current); block++) {
		struct cloop_cached *cached;
		struct cloop_extent extent;

		cond_resched();
		if (cloop_read_stored(image, block, context, &extent) ||
		    cloop_decode(image, context, &extent, context->raw))
			continue;
		cached = cloop_cache_add(&image->cache, block, &context->raw, true);
		if (!cached)
			break;
		cloop_cache_put(&image->cache, cached);
	}
	cloop_context_put(image, context);
}

struct cloop_image *cloop_image_open(struct file *const *files, unsigned int count, u64 offset,
				     u64 limit)
{
	struct cloop_file *file = cloop_file_open(files, count, offset, limit);
	struct cloop_image *image;
	unsigned long codecs;
	char name[64];
	int error = -ENOMEM;

	if (IS_ERR(file))
		return ERR_CAST(file);
	image = kzalloc(sizeof(*image), GFP_KERNEL);
	if (!image) {
		cloop_file_close(file);
		return ERR_PTR(error);
	}
	snprintf(name, sizeof(name), "%pD", file->parts[0].file);
	image->file = file;
	image->offset = file->offset;
	image->limit = file->limit;
	refcount_set(&image->users, 1);
	init_completion(&image->unused);
	spin_lock_init(&image->lock);
	INIT_LIST_HEAD(&image->contexts);
	init_waitqueue_head(&image->context_freed);

	error = cloop_find_head(file, &image->head, &image->index);
	if (error == -ENOEXEC) {
		pr_err("%s: not a cloop image.\n", name);
		error = -EINVAL;
	} else if (error == -EBADMSG) {
		pr_err("%s: invalid block size %u (multiples of 512 up to 4 MiB) or count %u.\n",
		       name, image->head.block_size, image->head.block_count);
		error = -EINVAL;
	} else if (error == -EMEDIUMTYPE) {
		pr_err("%s: a mkuzip image that only FreeBSD reads (LZMA, zstd or dedup).\n",
		       name);
		error = -EINVAL;
	}
	if (error) {
		image->index.entries = NULL;
		goto failed;
	}
	if (image->head.stated_count != image->head.block_count)
		pr_warn("%s: the head says %u blocks, the index says %u; the index is used.\n",
			name, image->head.stated_count, image->head.block_count);
	codecs = cloop_scan_index(image);
	cloop_warn_about_codecs(name, codecs);
	error = cloop_make_contexts(image, codecs);
	if (!error)
		error = cloop_make_cache(image);
	if (error)
		goto failed;
	if (image->head.has_false_size_note && !cloop_has_sound_start(image)) {
		pr_err("%s: noted size and first blocks contradict %u blocks of %u bytes.\n",
		       name, image->head.block_count, image->head.block_size);
		error = -EINVAL;
		goto failed;
	}
	if (image->head.has_false_size_note)
		pr_warn("%s: the noted size contradicts the block count and is ignored.\n",
			name);
	cloop_preload_blocks(image);
	pr_info("%s: %u blocks, %u bytes/block, largest block is %u bytes.\n", name,
		image->head.block_count, image->head.block_size, image->largest_stored);
	return image;
failed:
	cloop_image_close(image);
	return ERR_PTR(error);
}
