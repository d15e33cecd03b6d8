/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * The file of an image: one file or block device, or the parts of a split set one behind the other; of it the bytes from an offset on.
 */
#ifndef CLOOP_FILE_H
#define CLOOP_FILE_H

#include <linux/blkdev.h>
#include <linux/fs.h>

struct cloop_file {
	struct cloop_part {
		struct file *file;
		u64 begin;	/* of the part within the whole */
		const struct gendisk *loop;	/* a loop device that is the file, or has its file system; else null */
		u64 diskseq;			/* of that, when the file was opened: it changes with what the loop device reads */
	} *parts;
	unsigned int count;
	u64 offset;		/* the image begins here */
	u64 limit;		/* and takes no more than this; 0: to the end */
	u64 size;		/* bytes of the image */
};

/*
 * Opens `files` once more, for itself: flags and readahead of those who have them open are their own. `count` >= 1. Sleeps.
 * -EBADF: not open for reading. -EINVAL: neither a regular file nor a block device, or empty. -ENOMEM; what opening comes to.
 */
struct cloop_file *cloop_file_open(struct file *const *files, unsigned int count, u64 offset, u64 limit);

void cloop_file_close(struct cloop_file *file);

/*
 * Reads exactly [at, at + size). From any thread; sleeps. Negative where anything of it can't be read: what lies in `out` is then worth nothing.
 */
int cloop_file_read(const struct cloop_file *file, u64 at, void *out, size_t size);

/* The same past what the medium can't give, which becomes zeros. Other errors end it; -EINTR where a signal asks to die. */
int cloop_file_read_past_errors(const struct cloop_file *file, u64 at, void *out, size_t size);

#endif
