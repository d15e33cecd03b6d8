// SPDX-License-Identifier: GPL-2.0-only
#include "cloop_format.h"

#include <linux/ctype.h>
#include <linux/errno.h>
#include <linux/kernel.h>
#include <linux/limits.h>
#include <linux/log2.h>
#include <linux/minmax.h>
#include <linux/sched.h>
#include <linux/string.h>

#include "cloop_compat.h"

#define VERSION_OFFSET		11
/*
 * The lower 32 bits of the exact size. Images by Outernet and by newer versions of Cloopsmith have
 * them.
 */
#define LOW_SIZE_OFFSET		124
#define BLOCK_SIZE_OFFSET	128
#define BLOCK_COUNT_OFFSET	132
#define SECTOR			2048

static const char size_note[] = "\n#size=";

/* Whether the last of the blocks in the head would hold the end of the content. */
static bool cloop_is_believable_size(const struct cloop_head *head, u64 size)
{
	const u64 padded = (u64)head->block_count * head->block_size;

	return head->block_count ? size > padded - head->block_size && size <= padded : size == 0;
}

/* Parses the line "#size=NUMBER" of the preamble. */
static bool cloop_parse_size_note(const u8 *preamble, u64 *size)
{
	const size_t length = sizeof(size_note) - 1;
	const char *text = (const char *)preamble;
	size_t at = 0;

	while (at + length < BLOCK_SIZE_OFFSET && memcmp(text + at, size_note, length))
		at++;
	if (at + length >= BLOCK_SIZE_OFFSET || !isdigit(text[at + length]))
		return false;
	*size = 0;
	for (at += length; at < BLOCK_SIZE_OFFSET && isdigit(text[at]); at++) {
		if (*size > U64_MAX / 16)
			return false;
		*size = *size * 10 + (text[at] - '0');
	}
	return at < BLOCK_SIZE_OFFSET && text[at] == '\n';
}

static int cloop_parse_fields(const u8 *bytes, struct cloop_head *head)
{
	const u32 low_bits = get_unaligned_be32(bytes + LOW_SIZE_OFFSET);
	u64 padded, line = 0, by_bits = 0;
	bool has_line;

	head->block_size = get_unaligned_be32(bytes + BLOCK_SIZE_OFFSET);
	head->block_count = get_unaligned_be32(bytes + BLOCK_COUNT_OFFSET);
	head->stated_count = head->block_count;
	if (!head->block_size || head->block_size % 512 || head->block_size > CLOOP_MAX_BLOCK_SIZE)
		return -EINVAL;
	/* In memory each entry takes 8 bytes, also those of V0. */
	if ((head->block_count + 1ULL) * sizeof(u64) > CLOOP_MAX_INDEX_SIZE)
		return -EINVAL;
	padded = (u64)head->block_count * head->block_size;
	has_line = cloop_parse_size_note(bytes, &line);
	/*
	 * Only one size within the last block can have these lower bits. Without a size line, a
	 * single set bit may as well be a bit error.
	 */
	if (low_bits && padded && (has_line || !is_power_of_2(low_bits)))
		by_bits = padded - (u32)(padded - low_bits);
	if (!cloop_is_believable_size(head, line))
		line = 0;
	if (by_bits > padded || !cloop_is_believable_size(head, by_bits))
		by_bits = 0;
	head->size = max(line, by_bits) ?: padded;
	head->has_false_size_note = has_line && padded && !line && !by_bits;
	return 0;
}

int cloop_parse_head(const u8 *bytes, bool is_last, struct cloop_head *head)
{
	const u8 *version = bytes + VERSION_OFFSET;

	head->is_last = is_last;
	head->is_by_mkuzip = strnstr((const char *)bytes, "uzip", BLOCK_SIZE_OFFSET);
	if (!memcmp(version, "V4.0", 4))
		head->version = CLOOP_V4;
	else if (!memcmp(version, "V2.0", 4))
		head->version = CLOOP_V2;
	else if (!memcmp(version, "V1.0", 4) && !is_last)
		head->version = CLOOP_V1;
	else
		return -ENOEXEC;
	return cloop_parse_fields(bytes, head);
}

int cloop_parse_v0_head(const u8 *bytes, struct cloop_head *head)
{
	if (bytes[VERSION_OFFSET] == 'V')
		return -ENOEXEC;
	head->version = CLOOP_V0;
	head->is_last = false;
	head->is_by_mkuzip = false;
	return cloop_parse_fields(bytes, head) || !head->block_count ? -ENOEXEC : 0;
}

bool cloop_is_for_freebsd(const u8 *bytes)
{
	static const char formats[][5] = { "L2.0", "L3.0", "Z4.0", "v3.0", "l3.0", "z4.0" };
	unsigned int i;

	for (i = 0; i < ARRAY_SIZE(formats); i++)
		if (!memcmp(bytes, "#!/bin/sh\n#", VERSION_OFFSET) &&
		    !memcmp(bytes + VERSION_OFFSET, formats[i], 4))
			return true;
	return false;
}

bool cloop_count_from_entry(const u8 *bytes, enum cloop_version version, u64 limit, u32 *count)
{
	const unsigned int shift = version == CLOOP_V0 ? 2 : 3;	/* log2 of the entry size */
	u64 data = version == CLOOP_V0 ? get_unaligned_be32(bytes) : get_unaligned_be64(bytes);

	if (version == CLOOP_V1 && data > limit)
		data = get_unaligned_le64(bytes);
	if (version == CLOOP_V4)
		data &= CLOOP_OFFSET_MASK;
	if (data < CLOOP_HEAD_SIZE + (1U << shift) || data > limit)
		return false;
	data -= CLOOP_HEAD_SIZE;
	*count = (data >> shift) - 1;
	return !(data & ((1U << shift) - 1)) && (data >> shift) - 1 <= U32_MAX;
}

/* Whether two neighbouring entries, `begin` and `end`, can be the bounds of a block. */
static bool cloop_entries_rise(const struct cloop_head *head, u64 begin, u64 end, u64 limit)
{
	return (begin < end || (begin == end && head->is_by_mkuzip)) &&
	       end - begin <= cloop_max_stored_size(head->block_size) && end <= limit;
}

/* Lets other tasks run during a loop over a long index. */
static void cloop_resched_at_entry(u32 entry)
{
	if (entry % 65536 == 0)
		cond_resched();
}

u32 cloop_count_rising(const struct cloop_head *head, const struct cloop_index *index)
{
	u32 i, count = 0;

	for (i = 0; i + 1 < index->known; i++) {
		cloop_resched_at_entry(i);
		count += cloop_entries_rise(head, index->entries[i] & CLOOP_OFFSET_MASK,
					    index->entries[i + 1] & CLOOP_OFFSET_MASK,
					    index->file_size);
	}
	return count;
}

static bool cloop_index_is_little_endian(const struct cloop_head *head,
					 const struct cloop_index *index)
{
	u32 i, little = 0, big = 0;

	for (i = 0; i + 1 < index->known; i++) {
		const void *at = &index->entries[i], *next = &index->entries[i + 1];

		cloop_resched_at_entry(i);
		little += cloop_entries_rise(head, get_unaligned_le64(at), get_unaligned_le64(next),
					     index->file_size);
		big += cloop_entries_rise(head, get_unaligned_be64(at), get_unaligned_be64(next),
					  index->file_size);
	}
	return little >= big;
}

void cloop_decode_index(const struct cloop_head *head, struct cloop_index *index)
{
	const bool little = head->version == CLOOP_V1 && cloop_index_is_little_endian(head, index);
	const u8 *bytes = (const u8 *)index->entries;
	u32 i;

	if (head->version == CLOOP_V0) {
		/*
		 * Entries grow from 4 to 8 bytes. Going backwards, each is read before it is
		 * overwritten.
		 */
		for (i = index->known; i-- > 0;)
			index->entries[i] = get_unaligned_be32(bytes + 4 * (size_t)i);
		return;
	}
	for (i = 0; i < index->known; i++) {
		u64 entry;

		cloop_resched_at_entry(i);
		entry = little ? get_unaligned_le64(bytes + 8 * (size_t)i) :
				 get_unaligned_be64(bytes + 8 * (size_t)i);

		/*
		 * Before V4 all 64 bits are the offset. An offset of more than 60 bits is past the
		 * end of any file, and so is the mask.
		 */
		index->entries[i] = head->version == CLOOP_V4 ? entry :
				    min(entry, CLOOP_OFFSET_MASK);
	}
	/* mkuzip omits the last entry if the data fill the last sector. */
	if (head->is_by_mkuzip && index->known > head->block_count &&
	    !index->entries[head->block_count])
		index->entries[head->block_count] = min(index->file_size, CLOOP_OFFSET_MASK);
}

bool cloop_is_believable_v0(const struct cloop_head *head, const struct cloop_index *index)
{
	/* Each damaged entry damages two blocks. Images of fewer than 16 blocks may have none. */
	const u32 blocks = head->block_count, tolerated = 2 * (blocks / 16);

	if (index->known != blocks + 1 || index->entries[0] < index->data_begin ||
	    index->entries[0] > index->file_size)
		return false;
	if (cloop_count_rising(head, index) + tolerated < blocks)
		return false;
	return index->entries[blocks] <= index->file_size || tolerated;
}

enum cloop_defect cloop_find_block(const struct cloop_head *head, const struct cloop_index *index,
				   u32 block, struct cloop_extent *extent)
{
	u64 begin, end;

	if (block + 1ULL >= index->known)
		return CLOOP_CUT_OFF;
	begin = index->entries[block] & CLOOP_OFFSET_MASK;
	end = index->entries[block + 1] & CLOOP_OFFSET_MASK;
	if (!cloop_entries_rise(head, begin, end, index->data_limit) || begin < index->data_begin)
		return CLOOP_ENTRY_DAMAGED;
	if (end > index->file_size)
		return CLOOP_CUT_OFF;
	extent->offset = begin;
	extent->size = end - begin;
	extent->codec = index->entries[block] >> 60;
	extent->may_be_short = head->is_by_mkuzip && block + 1 == head->block_count;
	return CLOOP_SOUND;
}

bool cloop_ends_before_index(const struct cloop_head *head, const struct cloop_index *index)
{
	struct cloop_extent extent;
	u32 block = head->block_count;
	u64 hidden = 0, end = 0;

	if (!block)
		return true;
	while (block-- > 0) {
		if (cloop_find_block(head, index, block, &extent) == CLOOP_SOUND) {
			end = extent.offset + extent.size;
			break;
		}
		hidden++;
	}
	/* The end of the blocks whose entries are damaged, at most. */
	if (hidden)
		end += (hidden + 1) * cloop_max_stored_size(head->block_size);
	return end + SECTOR > index->data_limit;
}
