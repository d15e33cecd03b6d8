/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * Parses the head and the index of a cloop image. Reads no file and allocates no memory.
 *
 * A head has 136 bytes: a preamble of 128 bytes with the version at offset 11, then block size and
 * block count as 32 bits each, big endian. The index has one entry more than there are blocks:
 * entry i is the offset of block i in the file, and the last entry is the end of the data. Head and
 * index are at the beginning of the file ("head first") or at its end ("head last").
 */
#ifndef CLOOP_FORMAT_H
#define CLOOP_FORMAT_H

#include <linux/types.h>

#define CLOOP_HEAD_SIZE		136
#define CLOOP_MAX_BLOCK_SIZE	(4U << 20)
#define CLOOP_MAX_INDEX_SIZE	(512ULL << 20)
#define CLOOP_OFFSET_MASK	((1ULL << 60) - 1)

enum cloop_version { CLOOP_V0 = 0, CLOOP_V1 = 1, CLOOP_V2 = 2, CLOOP_V4 = 4 };

struct cloop_head {
	enum cloop_version version;
	bool is_last;		/* the head is behind data and index */
	u32 block_size;		/* bytes; a multiple of 512 */
	u32 block_count;
	u32 stated_count;	/* the block count in the head, if the index disagrees with it */
	u64 size;		/* bytes of content: the noted size, or else all blocks */
	bool has_false_size_note;	/* the noted size contradicts the block count */
	/*
	 * Written by FreeBSD's mkuzip: two equal entries are a block of zeros, and the last block
	 * may be short.
	 */
	bool is_by_mkuzip;
};

/*
 * The index in memory: 60 bits of offset below 4 bits of codec. If the file ends within the index,
 * the last entries are missing.
 * Invariant: known <= block_count + 1.
 */
struct cloop_index {
	u64 *entries;
	u32 known;		/* number of entries */
	u64 data_begin;		/* a block that begins before this has a damaged entry */
	u64 data_limit;		/* so has a block that ends after this */
	u64 file_size;		/* a block that ends after this is cut off */
};

enum cloop_defect { CLOOP_SOUND, CLOOP_ENTRY_DAMAGED, CLOOP_CUT_OFF };

/* A stored block. */
struct cloop_extent {
	u64 offset;
	u32 size;		/* 0: a block of zeros, which is not stored */
	u8 codec;
	bool may_be_short;	/* if the block decodes to fewer bytes, zeros follow */
};

static inline unsigned int cloop_entry_size(const struct cloop_head *head)
{
	return head->version == CLOOP_V0 ? 4 : 8;
}

static inline u64 cloop_index_size(const struct cloop_head *head)
{
	return (head->block_count + 1ULL) * cloop_entry_size(head);
}

/* An upper bound for the stored size, because incompressible data grow only a little. */
static inline u32 cloop_max_stored_size(u32 block_size)
{
	return 2 * block_size + 4096;
}

/*
 * Parses the head in `bytes`. -ENOEXEC: not a head. -EINVAL: the block size or the block count is
 * invalid. V0 has no magic number, so cloop_parse_v0_head() accepts all plausible numbers, and
 * cloop_is_believable_v0() decides by the index.
 */
int cloop_parse_head(const u8 *bytes, bool is_last, struct cloop_head *head);
int cloop_parse_v0_head(const u8 *bytes, struct cloop_head *head);

/*
 * Whether this is a head by FreeBSD's mkuzip in a format that only FreeBSD reads: another codec, or
 * blocks that are stored once for several positions.
 */
bool cloop_is_for_freebsd(const u8 *bytes);

/*
 * The block count according to entry 0 of a head-first image, in `bytes`: the data begin where the
 * index ends. False if the entry is no such offset. `limit`: the size of the file.
 */
bool cloop_count_from_entry(const u8 *bytes, enum cloop_version version, u64 limit, u32 *count);

/*
 * Converts `known` entries, as in the file, at the start of `entries` to the layout of struct
 * cloop_index. The writers of V1 used the byte order of their machine, so for V1 the byte order is
 * the one in which more entries rise.
 */
void cloop_decode_index(const struct cloop_head *head, struct cloop_index *index);

bool cloop_is_believable_v0(const struct cloop_head *head, const struct cloop_index *index);

/* The number of blocks whose two entries differ by a possible stored size. */
u32 cloop_count_rising(const struct cloop_head *head, const struct cloop_index *index);

/*
 * Whether the data end right before the index. If not, the head-last image is not the file itself:
 * it is the last file on a disc image.
 */
bool cloop_ends_before_index(const struct cloop_head *head, const struct cloop_index *index);

/*
 * Finds block `block`. Only its own two entries are checked, so a damaged entry damages at most the
 * two blocks beside it.
 */
enum cloop_defect cloop_find_block(const struct cloop_head *head, const struct cloop_index *index,
				   u32 block, struct cloop_extent *extent);

#endif
