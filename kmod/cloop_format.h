/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * Head and index of a cloop image: bytes to values. No file, no memory of its own.
 *
 * A head has 136 bytes: a preamble of 128 with the version at offset 11, then block size and block count as 32 bits, big endian. The index has
 * one entry more than there are blocks; entry i is where block i begins in the file, the last one where the data end.
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
	bool is_last;		/* the head lies behind data and index */
	u32 block_size;		/* bytes; a multiple of 512 */
	u32 block_count;
	u32 stated_count;	/* as the head has it, where the index tells another */
	u64 size;		/* bytes of content: as noted, else of whole blocks */
	bool has_false_size_note;	/* what is noted of the size can't be */
	bool is_by_mkuzip;	/* FreeBSD's writer: two equal entries are a block of zeros, the last block may be short */
};

/*
 * The index as it is kept: 60 bits of offset below 4 bits of codec. Entries that the file does not have are missing at the end.
 * Invariant: known <= block_count + 1.
 */
struct cloop_index {
	u64 *entries;
	u32 known;
	u64 data_begin;		/* no block lies before this, */
	u64 data_limit;		/* none ends behind it, */
	u64 file_size;		/* and what ends behind this is cut off */
};

enum cloop_defect { CLOOP_SOUND, CLOOP_ENTRY_DAMAGED, CLOOP_CUT_OFF };

struct cloop_extent {
	u64 offset;
	u32 size;		/* 0: zeros that take no bytes */
	u8 codec;
	bool may_be_short;	/* zeros follow what it inflates to */
};

static inline unsigned int cloop_entry_size(const struct cloop_head *head)
{
	return head->version == CLOOP_V0 ? 4 : 8;
}

static inline u64 cloop_index_size(const struct cloop_head *head)
{
	return (head->block_count + 1ULL) * cloop_entry_size(head);
}

/* Longer than this no block is stored: what does not shrink grows by little. */
static inline u32 cloop_max_stored_size(u32 block_size)
{
	return 2 * block_size + 4096;
}

/*
 * Reads the head in `bytes`. -ENOEXEC: it is none. -EINVAL: a head with a block size or a block count that can't be.
 * Of V0, which has no mark, everything that might be is taken; cloop_is_believable_v0() decides.
 */
int cloop_parse_head(const u8 *bytes, bool is_last, struct cloop_head *head);
int cloop_parse_v0_head(const u8 *bytes, struct cloop_head *head);

/* Whether this is a head by FreeBSD's mkuzip of a kind that only FreeBSD reads: another compression, or blocks that are stored once for many. */
bool cloop_is_for_freebsd(const u8 *bytes);

/*
 * The block count that entry 0 of an index behind a first head tells, if it is the entry in `bytes`: the data begin where the index ends. False
 * where it tells none. `limit`: the size of the file.
 */
bool cloop_count_told_by_entry(const u8 *bytes, enum cloop_version version, u64 limit, u32 *count);

/*
 * Turns `known` entries that lie, as in the file, at the beginning of `entries` into what struct cloop_index says. Of V1, whose writers used
 * the byte order of their machine, the order is taken in which more entries rise.
 */
void cloop_decode_index(const struct cloop_head *head, struct cloop_index *index);

bool cloop_is_believable_v0(const struct cloop_head *head, const struct cloop_index *index);

/* How many blocks have entries that rise by what a block may take. */
u32 cloop_count_rising(const struct cloop_head *head, const struct cloop_index *index);

/* Whether a last head is the file's own: the data end right before the index. Else it is that of an image which is the last file on a disc. */
bool cloop_ends_before_index(const struct cloop_head *head, const struct cloop_index *index);

/* Where block `block` is stored, judged by its own two entries alone: a damaged entry costs the blocks beside it. */
enum cloop_defect cloop_find_block(const struct cloop_head *head, const struct cloop_index *index, u32 block, struct cloop_extent *extent);

#endif
