// SPDX-License-Identifier: GPL-2.0-only
#include "cloop_circle.h"

#include <linux/pagemap.h>

/* The cloop device that `file` is, or NULL. */
static struct cloop_device *cloop_file_to_device(struct file *file)
{
	struct inode *inode = file->f_mapping->host;
	struct gendisk *disk;

	if (!S_ISBLK(inode->i_mode))
		return NULL;
	disk = I_BDEV(inode)->bd_disk;
	return disk->fops == &cloop_operations ? disk->private_data : NULL;
}

/* Whether the file system of `file` lies on the device itself. */
static bool cloop_file_is_on_device(const struct cloop_device *device, const struct file *file)
{
	const struct block_device *below = file_inode(file)->i_sb->s_bdev;

	return below && below->bd_disk == device->disk;
}

/* Whether `file` is `device`, or a cloop device with an image on `device`, and so on. */
static bool cloop_chain_reaches_device(const struct cloop_device *device, struct file *file,
				       unsigned int depth)
{
	struct cloop_device *below = cloop_file_to_device(file);
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
		is_found = cloop_chain_reaches_device(device, image->file->parts[i].file,
						      depth + 1);
	cloop_image_put(image);
	return is_found;
}

bool cloop_lies_on(const struct cloop_device *device, struct file *file)
{
	return cloop_file_is_on_device(device, file) ||
	       cloop_chain_reaches_device(device, file, 0);
}

/* The loop driver clears __GFP_IO in the page cache of its backing file. */
static bool cloop_device_is_below_loop(const struct cloop_device *device)
{
	return !(mapping_gfp_mask(cloop_mapping(device->disk)) & __GFP_IO);
}

/* Whether a loop device below the image, or further below, has got another file. */
static bool cloop_loop_below_changed(const struct cloop_image *image, unsigned int depth)
{
	bool has_moved = false;
	unsigned int i;

	for (i = 0; i < image->file->count && !has_moved; i++) {
		const struct cloop_part *part = &image->file->parts[i];
		struct cloop_device *below = cloop_file_to_device(part->file);
		struct cloop_image *next;

		if (part->loop && READ_ONCE(part->loop->diskseq) != part->diskseq)
			return true;
		next = below && depth < CLOOP_MOST_NESTED ? cloop_device_image(below) : NULL;
		if (!next)
			continue;
		has_moved = cloop_loop_below_changed(next, depth + 1);
		cloop_image_put(next);
	}
	return has_moved;
}

bool cloop_is_in_circle(const struct cloop_device *device, const struct cloop_image *image)
{
	return cloop_device_is_below_loop(device) && cloop_loop_below_changed(image, 0);
}
