// SPDX-License-Identifier: GPL-2.0-only
#define pr_fmt(fmt) "cloop: " fmt
#include "cloop_control.h"

#include <linux/capability.h>
#include <linux/compat.h>
#include <linux/err.h>
#include <linux/file.h>
#include <linux/module.h>
#include <linux/slab.h>
#include <linux/uaccess.h>

#include "cloop_ioctl.h"

#define KNOWN_FLAGS (LO_FLAGS_READ_ONLY | LO_FLAGS_AUTOCLEAR | LO_FLAGS_PARTSCAN)

static struct cloop_device *device_of(struct file *file)
{
	struct inode *inode = file->f_mapping->host;
	struct gendisk *disk;

	if (!S_ISBLK(inode->i_mode))
		return NULL;
	disk = I_BDEV(inode)->bd_disk;
	return disk->fops == &cloop_operations ? disk->private_data : NULL;
}

/* Whether `file` lies on `device`, be it on cloop devices one above the other. */
static bool is_circle(const struct cloop_device *device, struct file *file)
{
	struct cloop_device *below;
	bool is_found = false;

	get_file(file);
	while (!is_found && (below = device_of(file))) {
		struct cloop_image *image = cloop_device_image(below);
		struct file *next = image ? get_file(image->file->parts[0].file) : NULL;

		if (image)
			cloop_image_put(image);
		is_found = below == device;
		if (!next)
			break;
		fput(file);
		file = next;
	}
	fput(file);
	return is_found;
}

/* Takes over the files. */
static struct cloop_file *open_for(const struct cloop_device *device, struct file **files, unsigned int count, u64 offset, u64 limit)
{
	unsigned int i;

	for (i = 0; i < count; i++) {
		if (!is_circle(device, files[i]))
			continue;
		for (i = 0; i < count; i++)
			fput(files[i]);
		return ERR_PTR(-EINVAL);
	}
	return cloop_file_open(files, count, offset, limit);
}

static struct cloop_file *open_fd(const struct cloop_device *device, int fd, u64 offset, u64 limit)
{
	struct file *file = fget(fd);

	return file ? open_for(device, &file, 1, offset, limit) : ERR_PTR(-EBADF);
}

static int attach_fd(struct cloop_device *device, int fd, u64 offset, u64 limit)
{
	struct cloop_file *file = open_fd(device, fd, offset, limit);

	return IS_ERR(file) ? PTR_ERR(file) : cloop_device_attach(device, file);
}

static int change_fd(struct cloop_device *device, int fd)
{
	struct cloop_image *image = device->image ?: device->suspended;
	struct cloop_file *file;

	if (!image)
		return -ENXIO;
	file = open_fd(device, fd, image->offset, image->limit);
	return IS_ERR(file) ? PTR_ERR(file) : cloop_device_change(device, file);
}

static int set_parts(struct cloop_device *device, const struct cloop_parts __user *argument)
{
	struct cloop_parts parts;
	struct cloop_file *whole;
	struct file **files;
	int error = 0;
	u32 i;

	if (copy_from_user(&parts, argument, sizeof(parts)))
		return -EFAULT;
	if (!parts.count || parts.count > CLOOP_MAX_PARTS || parts.flags)
		return -EINVAL;
	files = kcalloc(parts.count, sizeof(*files), GFP_KERNEL);
	if (!files)
		return -ENOMEM;
	for (i = 0; i < parts.count && !error; i++) {
		s32 fd;

		if (copy_from_user(&fd, u64_to_user_ptr(parts.fds) + i * sizeof(fd), sizeof(fd)))
			error = -EFAULT;
		else if (!(files[i] = fget(fd)))
			error = -EBADF;
	}
	if (error) {
		for (i = 0; i < parts.count; i++)
			if (files[i])
				fput(files[i]);
	} else {
		whole = open_for(device, files, parts.count, 0, 0);
		error = IS_ERR(whole) ? PTR_ERR(whole) : cloop_device_attach(device, whole);
	}
	kfree(files);
	return error;
}

/* What GET_STATUS tells. */
static int get_status(struct cloop_device *device, struct loop_info64 *info)
{
	const struct cloop_image *image = device->image ?: device->suspended;

	if (!image)
		return -ENXIO;
	memset(info, 0, sizeof(*info));
	info->lo_number = device->number;
	info->lo_offset = image->offset;
	info->lo_sizelimit = image->limit;
	info->lo_flags = device->flags | LO_FLAGS_READ_ONLY;
	memcpy(info->lo_file_name, device->name, LO_NAME_SIZE);
	if (image->file) {
		const struct inode *inode = file_inode(image->file->parts[0].file);

		info->lo_device = huge_encode_dev(inode->i_sb->s_dev);
		info->lo_inode = inode->i_ino;
		info->lo_rdevice = huge_encode_dev(inode->i_rdev);
		if (!device->name[0])
			strscpy(info->lo_file_name, image->file->parts[0].file->f_path.dentry->d_name.name, LO_NAME_SIZE);
	}
	return 0;
}

static int get_status64(struct cloop_device *device, struct loop_info64 __user *argument)
{
	struct loop_info64 info;
	const int error = get_status(device, &info);

	if (error)
		return error;
	return copy_to_user(argument, &info, sizeof(info)) ? -EFAULT : 0;
}

static int get_status_old(struct cloop_device *device, struct loop_info __user *argument)
{
	struct loop_info info = {};
	struct loop_info64 wide;
	const int error = get_status(device, &wide);

	if (error)
		return error;
	info.lo_number = wide.lo_number;
	info.lo_device = wide.lo_device;
	info.lo_inode = wide.lo_inode;
	info.lo_rdevice = wide.lo_rdevice;
	info.lo_offset = wide.lo_offset;
	info.lo_flags = wide.lo_flags;
	memcpy(info.lo_name, wide.lo_file_name, LO_NAME_SIZE);
	if (info.lo_device != wide.lo_device || info.lo_rdevice != wide.lo_rdevice || info.lo_inode != wide.lo_inode || info.lo_offset < 0 ||
	    info.lo_offset != wide.lo_offset)
		return -EOVERFLOW;
	return copy_to_user(argument, &info, sizeof(info)) ? -EFAULT : 0;
}

static int check_info(const struct loop_info64 *info)
{
	return info->lo_encrypt_type || info->lo_encrypt_key_size || info->lo_flags & ~KNOWN_FLAGS ? -EINVAL : 0;
}

static void set_info(struct cloop_device *device, const struct loop_info64 *info)
{
	spin_lock(&device->lock);
	device->flags = info->lo_flags & (LO_FLAGS_AUTOCLEAR | LO_FLAGS_PARTSCAN);
	memcpy(device->name, info->lo_file_name, LO_NAME_SIZE);
	device->name[LO_NAME_SIZE - 1] = '\0';
	spin_unlock(&device->lock);
	if (info->lo_flags & LO_FLAGS_PARTSCAN)
		device->disk->flags &= ~GENHD_FL_NO_PART;
}

/* Another offset or limit is another image: it is opened anew, which takes a device that nobody else has open. */
static int move_image(struct cloop_device *device, u64 offset, u64 limit)
{
	struct cloop_image *image = device->image;
	struct cloop_file *file;
	struct file **files;
	unsigned int i;
	int error;

	if (!image || disk_openers(device->disk) > 1)
		return -EBUSY;
	files = kcalloc(image->file->count, sizeof(*files), GFP_KERNEL);
	if (!files)
		return -ENOMEM;
	for (i = 0; i < image->file->count; i++)
		files[i] = get_file(image->file->parts[i].file);
	file = cloop_file_open(files, image->file->count, offset, limit);
	if (IS_ERR(file)) {
		error = PTR_ERR(file);
	} else {
		cloop_device_detach(device);
		error = cloop_device_attach(device, file);
	}
	kfree(files);
	return error;
}

static int set_status(struct cloop_device *device, const struct loop_info64 *info)
{
	const struct cloop_image *image = device->image ?: device->suspended;
	int error = check_info(info);

	if (!image)
		return -ENXIO;
	if (!error && (info->lo_offset != image->offset || info->lo_sizelimit != image->limit))
		error = move_image(device, info->lo_offset, info->lo_sizelimit);
	if (!error)
		set_info(device, info);
	return error;
}

static int set_status64(struct cloop_device *device, const struct loop_info64 __user *argument)
{
	struct loop_info64 info;

	return copy_from_user(&info, argument, sizeof(info)) ? -EFAULT : set_status(device, &info);
}

static int set_status_old(struct cloop_device *device, const struct loop_info __user *argument)
{
	struct loop_info info;
	struct loop_info64 wide = {};

	if (copy_from_user(&info, argument, sizeof(info)))
		return -EFAULT;
	if (info.lo_offset < 0)
		return -EINVAL;
	wide.lo_offset = info.lo_offset;
	wide.lo_encrypt_type = info.lo_encrypt_type;
	wide.lo_encrypt_key_size = info.lo_encrypt_key_size;
	wide.lo_flags = info.lo_flags;
	memcpy(wide.lo_file_name, info.lo_name, LO_NAME_SIZE);
	return set_status(device, &wide);
}

static int configure(struct cloop_device *device, const struct loop_config __user *argument)
{
	struct loop_config config;
	int error;

	if (copy_from_user(&config, argument, sizeof(config)))
		return -EFAULT;
	/* The device has sectors of 512 bytes, whatever is inside. */
	if ((config.block_size && config.block_size != SECTOR_SIZE) || memchr_inv(config.__reserved, 0, sizeof(config.__reserved)))
		return -EINVAL;
	error = check_info(&config.info);
	if (!error)
		error = attach_fd(device, config.fd, config.info.lo_offset, config.info.lo_sizelimit);
	if (!error)
		set_info(device, &config.info);
	return error;
}

/* In use by others, it is detached when the last one has closed it. What waits on a suspended device waits no longer. */
static int clear_fd(struct cloop_device *device)
{
	if (!cloop_device_is_attached(device))
		return -ENXIO;
	if (device->suspended || disk_openers(device->disk) <= 1) {
		cloop_device_detach(device);
		return 0;
	}
	spin_lock(&device->lock);
	device->flags |= LO_FLAGS_AUTOCLEAR;
	spin_unlock(&device->lock);
	return 0;
}

static int control(struct cloop_device *device, unsigned int command, void __user *argument)
{
	const int fd = (int)(unsigned long)argument;

	switch (command) {
	case LOOP_SET_FD:
		return attach_fd(device, fd, 0, 0);
	case LOOP_CONFIGURE:
		return configure(device, argument);
	case LOOP_CHANGE_FD:
		return change_fd(device, fd);
	case LOOP_CLR_FD:
		return clear_fd(device);
	case LOOP_SET_STATUS64:
		return set_status64(device, argument);
	case LOOP_SET_STATUS:
		return set_status_old(device, argument);
	case LOOP_GET_STATUS64:
		return get_status64(device, argument);
	case LOOP_GET_STATUS:
		return get_status_old(device, argument);
	case LOOP_SET_CAPACITY:
		/* The number that suspended older drivers. The size of an image does not change. */
		return cloop_device_is_attached(device) ? 0 : -ENXIO;
	case CLOOP_SUSPEND:
		return cloop_device_suspend(device);
	case CLOOP_SET_PARTS:
		return set_parts(device, argument);
	default:
		return -ENOTTY;
	}
}

/* Pre: the disk's open_mutex. */
static void look_for_partitions(struct gendisk *disk)
{
	if (get_capacity(disk) && !(disk->flags & GENHD_FL_NO_PART))
		bdev_disk_changed(disk, false);
}

/* Pre: the disk's open_mutex. */
static void forget_partitions(struct gendisk *disk)
{
	if (!get_capacity(disk) && !(disk->flags & GENHD_FL_NO_PART)) {
		bdev_disk_changed(disk, false);
		disk->flags |= GENHD_FL_NO_PART;
	}
}

static int device_ioctl(struct block_device *bdev, cloop_mode_t mode, unsigned int command, unsigned long argument)
{
	struct gendisk *disk = bdev->bd_disk;
	struct cloop_device *device = disk->private_data;
	const bool only_asks = command == LOOP_GET_STATUS || command == LOOP_GET_STATUS64;
	int error;

	if (!only_asks && !capable(CAP_SYS_ADMIN))
		return -EPERM;
	error = mutex_lock_killable(&device->control);
	if (error)
		return error;
	error = control(device, command, (void __user *)argument);
	mutex_unlock(&device->control);
	if (!error && !only_asks && !device->suspended) {
		mutex_lock(&disk->open_mutex);
		look_for_partitions(disk);
		forget_partitions(disk);
		mutex_unlock(&disk->open_mutex);
	}
	return error;
}

#ifdef CONFIG_COMPAT
static int device_compat_ioctl(struct block_device *bdev, cloop_mode_t mode, unsigned int command, unsigned long argument)
{
	switch (command) {
	case LOOP_SET_STATUS:	/* of another shape there */
	case LOOP_GET_STATUS:
		return -ENOIOCTLCMD;
	case LOOP_SET_FD:
	case LOOP_CHANGE_FD:
	case LOOP_CLR_FD:
	case LOOP_SET_CAPACITY:
		return device_ioctl(bdev, mode, command, argument);
	default:
		return device_ioctl(bdev, mode, command, (unsigned long)compat_ptr(argument));
	}
}
#endif

/* The last one to close a device that was detached while in use detaches it. */
static void cloop_release(device_release, disk)
{
	struct cloop_device *device = disk->private_data;

	if (disk_openers(disk))
		return;
	mutex_lock(&device->control);
	if (cloop_device_is_attached(device) && device->flags & LO_FLAGS_AUTOCLEAR) {
		cloop_device_detach(device);
		forget_partitions(disk);
	}
	mutex_unlock(&device->control);
}

const struct block_device_operations cloop_operations = {
	.owner = THIS_MODULE,
	.release = device_release,
	.ioctl = device_ioctl,
#ifdef CONFIG_COMPAT
	.compat_ioctl = device_compat_ioctl,
#endif
};

/* The files of a set whose first part is at `path`; of any other file that one alone. -ENOMEM, or why the first can't be opened. */
static int open_parts(const char *path, struct file **files)
{
	const size_t length = strlen(path);
	const bool is_set = length > 4 && !strcmp(path + length - 4, ".000");
	char *name = kmalloc(length + 16, GFP_KERNEL);
	int count = 0;

	if (!name)
		return -ENOMEM;
	strscpy(name, path, length + 1);
	do {
		struct file *file = filp_open(name, O_RDONLY | O_LARGEFILE, 0);

		if (IS_ERR(file)) {
			if (count && PTR_ERR(file) == -ENOENT)
				break;
			while (count)
				fput(files[--count]);
			kfree(name);
			return PTR_ERR(file);
		}
		files[count++] = file;
		snprintf(name + length - 3, 16, "%03d", count);
	} while (is_set && count < CLOOP_MAX_PARTS);
	kfree(name);
	return count;
}

int cloop_attach_path(struct cloop_device *device, const char *path)
{
	struct file **files = kcalloc(CLOOP_MAX_PARTS, sizeof(*files), GFP_KERNEL);
	struct cloop_file *file;
	int error;

	if (!files)
		return -ENOMEM;
	error = open_parts(path, files);
	if (error > 0) {
		file = open_for(device, files, error, 0, 0);
		mutex_lock(&device->control);
		error = IS_ERR(file) ? PTR_ERR(file) : cloop_device_attach(device, file);
		mutex_unlock(&device->control);
	}
	kfree(files);
	return error;
}
