// SPDX-License-Identifier: GPL-2.0-only
#define pr_fmt(fmt) "cloop: " fmt
#include "cloop_file.h"

#include <linux/cred.h>
#include <linux/err.h>
#include <linux/file.h>
#include <linux/major.h>
#include <linux/overflow.h>
#include <linux/sched/signal.h>
#include <linux/sizes.h>
#include <linux/slab.h>

#define PIECE	SZ_1M
#define SECTOR	2048U

static void cloop_note_loop_below(struct cloop_part *part)
{
	struct inode *inode = part->file->f_mapping->host;
	const struct block_device *below = S_ISBLK(inode->i_mode) ? I_BDEV(inode) :
					   file_inode(part->file)->i_sb->s_bdev;

	if (!below || MAJOR(disk_devt(below->bd_disk)) != LOOP_MAJOR)
		return;
	part->loop = below->bd_disk;
	part->diskseq = READ_ONCE(part->loop->diskseq);
}

struct cloop_file *cloop_file_open(struct file *const *files, unsigned int count, u64 offset,
				   u64 limit)
{
	struct cloop_file *file = kzalloc(sizeof(*file), GFP_KERNEL);
	int error = -ENOMEM;
	u64 size = 0;

	if (!file)
		return ERR_PTR(error);
	file->parts = kcalloc(count, sizeof(*file->parts), GFP_KERNEL);
	if (!file->parts)
		goto failed;
	for (; file->count < count; file->count++) {
		struct file *given = files[file->count], *own;
		const struct inode *inode = given->f_mapping->host;

		error = -EINVAL;
		if (!S_ISREG(inode->i_mode) && !S_ISBLK(inode->i_mode)) {
			pr_err("%pD: not a file or block device.\n", given);
			goto failed;
		}
		error = -EBADF;
		if (!(given->f_mode & FMODE_READ))
			goto failed;
		own = dentry_open(&given->f_path, O_RDONLY | O_LARGEFILE, current_cred());
		error = PTR_ERR_OR_ZERO(own);
		if (error)
			goto failed;
		file->parts[file->count].file = own;
		file->parts[file->count].begin = size;
		cloop_note_loop_below(&file->parts[file->count]);
		if (check_add_overflow(size, (u64)i_size_read(own->f_mapping->host), &size)) {
			pr_err("%pD: the split set has more than 2^64 bytes.\n", files[0]);
			file->count++;
			error = -EFBIG;
			goto failed;
		}
	}
	error = -EINVAL;
	if (offset >= size) {
		pr_err("%pD: the offset %llu is past the end (%llu bytes).\n", files[0], offset,
		       size);
		goto failed;
	}
	file->offset = offset;
	file->limit = limit;
	file->size = size - offset;
	if (limit && limit < file->size)
		file->size = limit;
	return file;
failed:
	cloop_file_close(file);
	return ERR_PTR(error);
}

void cloop_file_close(struct cloop_file *file)
{
	unsigned int i;

	if (!file)
		return;
	for (i = 0; i < file->count; i++)
		fput(file->parts[i].file);
	kfree(file->parts);
	kfree(file);
}

/* The last part that begins at or before `at`. */
static unsigned int cloop_find_part(const struct cloop_file *file, u64 at)
{
	unsigned int low = 0, high = file->count;

	while (high - low > 1) {
		unsigned int middle = low + (high - low) / 2;

		if (file->parts[middle].begin <= at)
			low = middle;
		else
			high = middle;
	}
	return low;
}

int cloop_file_read(const struct cloop_file *file, u64 at, void *out, size_t size)
{
	unsigned int i;

	if (at > file->size || size > file->size - at)
		return -ENODATA;
	at += file->offset;
	for (i = cloop_find_part(file, at); size; i++) {
		loff_t position = at - file->parts[i].begin;
		size_t part = size;

		if (i + 1 < file->count)
			part = min_t(u64, part, file->parts[i + 1].begin - at);
		while (part) {
			ssize_t got = kernel_read(file->parts[i].file, out, part, &position);

			if (got <= 0)
				return got ? got : -ENODATA;
			out += got;
			at += got;
			size -= got;
			part -= got;
		}
	}
	return 0;
}

/* Errors of a scratched disc, of a drive that gives up, and of the end of the file. */
static bool cloop_is_medium_error(int error)
{
	return error == -EIO || error == -ENODATA || error == -EILSEQ || error == -EREMOTEIO ||
	       error == -ETIMEDOUT;
}

int cloop_file_read_past_errors(const struct cloop_file *file, u64 at, void *out, size_t size)
{
	size_t step = PIECE, done = 0;

	while (done < size) {
		const size_t piece = min(step, size - done);
		const int error = cloop_file_read(file, at + done, out + done, piece);

		if (error && fatal_signal_pending(current))
			return -EINTR;
		if (error && !cloop_is_medium_error(error))
			return error;
		if (error && piece > SECTOR) {
			step = SECTOR;
			continue;
		}
		if (error)
			memset(out + done, 0, piece);
		done += piece;
		if (done % PIECE == 0)
			step = PIECE;
	}
	return 0;
}
