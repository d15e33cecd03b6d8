/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * The backing file of an image: a file, a block device, or the concatenated parts of a split set.
 * The image may begin at an offset in it.
 */
#ifndef CLOOP_FILE_H
#define CLOOP_FILE_H

#include <linux/blkdev.h>
#include <linux/fs.h>

struct cloop_file {
	struct cloop_part {
		struct file *file;
		u64 begin;	/* offset of the part in the concatenation */
		/* The loop device that is the file or holds its file system; else NULL. */
		const struct gendisk *loop;
		/* Its disk sequence at open, which changes with the file of the loop device. */
		u64 diskseq;
	} *parts;
	unsigned int count;
	u64 offset;		/* start of the image */
	u64 limit;		/* maximum size of the image; 0: up to the end */
	u64 size;		/* size of the image */
};

/*
 * Opens `files` again, so that the driver has its own file flags and readahead state. `count` >= 1.
 * Sleeps. -EBADF: not open for reading. -EINVAL: neither a regular file nor a block device, or the
 * offset is past the end. -EFBIG: the files have more than 2^64 bytes together. -ENOMEM and the
 * errors of open().
 */
struct cloop_file *cloop_file_open(struct file *const *files, unsigned int count, u64 offset,
				   u64 limit);

void cloop_file_close(struct cloop_file *file);

/*
 * Reads exactly [at, at + size). From any thread; sleeps. A negative error if any byte can't be
 * read; the content of `out` is then undefined.
 */
int cloop_file_read(const struct cloop_file *file, u64 at, void *out, size_t size);

/*
 * The same, but skips read errors of the medium: the unreadable bytes become zeros. Other errors
 * end the read. -EINTR: an error came while a fatal signal was pending.
 */
int cloop_file_read_past_errors(const struct cloop_file *file, u64 at, void *out, size_t size);

#endif
