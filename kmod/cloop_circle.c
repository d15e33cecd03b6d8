// SPDX-License-Identifier: GPL-2.0-only
#include "cloop_circle.h"

#include <linux/pagemap.h>

static struct cloop_device *device_of(struct file *file)
{
	struct inode *inode = file->f_mapping->host;
	struct gendisk *disk;

	if (!S_ISBLK(inode->i_mode))
		return NULL;
	disk = I_BDEV(inode)->bd_disk;
	return disk->fops == &cloop_operations ? disk->private_data : NULL;
}

/* A file of which the file system lies on the device itself: reading it would wait for the device. */
static bool is_above(const struct cloop_device *device, const struct file *file)
{
	const struct block_device *below = file_inode(file)->i_sb->s_bdev;

	return below && below->bd_disk == device->disk;
}

static bool is_on_devices_on(const struct cloop_device *device, struct file *file, unsigned int depth)
{
	struct cloop_device *below = device_of(file);
	struct cloop_image *image;
	bool is_found = false;
	unsigned int i;

	if (!below)
		return false;
	if (below == device || depth == CLOOP_MOST_NESTED)
		return true;
	image = cloop_device_image(below);
	if (!image)
		return false;
	for (i = 0; i < image->file->count && !is_found; i++)
		is_found = is_on_devices_on(device, image->file->parts[i].file, depth + 1);
	cloop_image_put(image);
	return is_found;
}

bool cloop_lies_on(const struct cloop_device *device, struct file *file)
{
	return is_above(device, file) || is_on_devices_on(device, file, 0);
}

/* A loop device takes __GFP_IO from the page cache that it reads through. */
static bool is_below_loop(const struct cloop_device *device)
{
	return !(mapping_gfp_mask(cloop_mapping(device->disk)) & __GFP_IO);
}

static bool has_moved_below(const struct cloop_image *image, unsigned int depth)
{
	bool has_moved = false;
	unsigned int i;

	for (i = 0; i < image->file->count && !has_moved; i++) {
		const struct cloop_part *part = &image->file->parts[i];
		struct cloop_device *below = device_of(part->file);
		struct cloop_image *next;

		if (part->loop && READ_ONCE(part->loop->diskseq) != part->diskseq)
			return true;
		next = below && depth < CLOOP_MOST_NESTED ? cloop_device_image(below) : NULL;
		if (!next)
			continue;
		has_moved = has_moved_below(next, depth + 1);
		cloop_image_put(next);
	}
	return has_moved;
}

bool cloop_is_in_circle(const struct cloop_device *device, const struct cloop_image *image)
{
	return is_below_loop(device) && has_moved_below(image, 0);
}
