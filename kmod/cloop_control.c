// SPDX-License-Identifier: GPL-2.0-only
#define pr_fmt(fmt) "cloop: " fmt
#include "cloop_circle.h"
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

/* Opens the image in `files`, unless they lie on the device itself. Sleeps. */
static struct cloop_image *cloop_open_image(const struct cloop_device *device,
					    struct file *const *files, unsigned int count,
					    u64 offset, u64 limit)
{
	unsigned int i;

	for (i = 0; i < count; i++) {
		if (!cloop_lies_on(device, files[i]))
			continue;
		pr_err("%s: %pD lies on this device, or on more than %u cloop devices.\n",
		       device->disk->disk_name, files[i], CLOOP_MOST_NESTED);
		return ERR_PTR(-EINVAL);
	}
	return cloop_image_open(files, count, offset, limit);
}

static int cloop_check_info(const struct loop_info64 *info)
{
	if (info->lo_encrypt_type || info->lo_encrypt_key_size || info->lo_flags & ~KNOWN_FLAGS)
		return -EINVAL;
	return 0;
}

/*
 * LO_FLAGS_PARTSCAN can be set, but not cleared before the device is detached.
 * Pre: device->control is held.
 */
static void cloop_set_info(struct cloop_device *device, const struct loop_info64 *info)
{
	spin_lock(&device->lock);
	device->is_leaving = info->lo_flags & LO_FLAGS_AUTOCLEAR;
	memcpy(device->name, info->lo_file_name, LO_NAME_SIZE);
	device->name[LO_NAME_SIZE - 1] = '\0';
	spin_unlock(&device->lock);
	if (info->lo_flags & LO_FLAGS_PARTSCAN &&
	    test_and_clear_bit(GD_SUPPRESS_PART_SCAN, &device->disk->state))
		set_bit(GD_NEED_PART_SCAN, &device->disk->state);
}

/* What to do with the image of an ioctl. */
enum purpose { TO_ATTACH, TO_CHANGE, TO_RESUME };

/*
 * Opens the image, and attaches it, changes to it or resumes with it. After a change or a resume
 * the device has its old offset, limit and flags. The image is opened without device->control,
 * because a slow or hanging disc must not keep others from detaching the device.
 */
static int cloop_attach_files(struct cloop_device *device, struct file *const *files,
			      unsigned int count, enum purpose purpose,
			      const struct loop_info64 *info)
{
	u64 offset = info ? info->lo_offset : 0, limit = info ? info->lo_sizelimit : 0;
	struct cloop_image *image;
	bool is_suspended;
	int error = 0;

	mutex_lock(&device->control);
	image = device->image ?: device->suspended;
	is_suspended = device->suspended;
	if (image && (is_suspended || purpose == TO_CHANGE)) {
		offset = image->offset;
		limit = image->limit;
	} else if (image) {
		error = -EBUSY;
	} else if (purpose != TO_ATTACH) {
		error = -ENXIO;
	}
	if (purpose == TO_RESUME && !is_suspended)
		error = -ENXIO;
	mutex_unlock(&device->control);
	if (error)
		return error;

	image = cloop_open_image(device, files, count, offset, limit);
	if (IS_ERR(image))
		return PTR_ERR(image);

	mutex_lock(&device->control);
	if (is_suspended && !device->suspended) {
		/* Another task has resumed or detached the device meanwhile. */
		error = cloop_device_is_attached(device) ? -EBUSY : -ENXIO;
		cloop_image_close(image);
	} else if (purpose == TO_CHANGE) {
		error = cloop_device_change(device, image);
	} else {
		error = cloop_device_attach(device, image);
	}
	if (!error && info && !is_suspended)
		cloop_set_info(device, info);
	mutex_unlock(&device->control);
	return error;
}

static int cloop_attach_fd(struct cloop_device *device, int fd, enum purpose purpose,
			   const struct loop_info64 *info)
{
	struct file *file = fget(fd);
	int error;

	if (!file)
		return -EBADF;
	error = cloop_attach_files(device, &file, 1, purpose, info);
	fput(file);
	return error;
}

static int cloop_set_parts(struct cloop_device *device, const struct cloop_parts __user *argument)
{
	struct cloop_parts parts;
	struct file **files;
	int error = 0;
	u32 i;

	if (copy_from_user(&parts, argument, sizeof(parts)))
		return -EFAULT;
	if (parts.flags & ~CLOOP_RESUME_ONLY) {
		pr_err("%s: invalid flags 0x%x of a split set (known: 0x%x).\n",
		       device->disk->disk_name, parts.flags, CLOOP_RESUME_ONLY);
		return -EINVAL;
	}
	if (!parts.count || parts.count > CLOOP_MAX_PARTS) {
		pr_err("%s: a split set has 1 to %u parts, not %u.\n", device->disk->disk_name,
		       CLOOP_MAX_PARTS, parts.count);
		return -EINVAL;
	}
	files = kcalloc(parts.count, sizeof(*files), GFP_KERNEL);
	if (!files)
		return -ENOMEM;
	for (i = 0; i < parts.count && !error; i++) {
		s32 fd;

		if (copy_from_user(&fd, u64_to_user_ptr(parts.fds) + i * sizeof(fd), sizeof(fd)))
			error = -EFAULT;
		else
			files[i] = fget(fd);
		if (!error && !files[i])
			error = -EBADF;
	}
	if (!error)
		error = cloop_attach_files(device, files, parts.count,
					   parts.flags & CLOOP_RESUME_ONLY ? TO_RESUME : TO_ATTACH,
					   NULL);
	for (i = 0; i < parts.count; i++)
		if (files[i])
			fput(files[i]);
	kfree(files);
	return error;
}

/*
 * Sets `info` as for LOOP_GET_STATUS64, without the fields of the file. Sets `file` to a reference
 * to the file, or to NULL while suspended. Pre: device->control is held.
 */
static int cloop_get_status(struct cloop_device *device, struct loop_info64 *info,
			    struct file **file)
{
	const struct cloop_image *image = device->image ?: device->suspended;

	if (!image)
		return -ENXIO;
	memset(info, 0, sizeof(*info));
	info->lo_number = device->disk->first_minor;
	info->lo_offset = image->offset;
	info->lo_sizelimit = image->limit;
	info->lo_flags = LO_FLAGS_READ_ONLY | (device->is_leaving ? LO_FLAGS_AUTOCLEAR : 0) |
			 (cloop_device_wants_partitions(device) ? LO_FLAGS_PARTSCAN : 0);
	memcpy(info->lo_file_name, device->name, LO_NAME_SIZE);
	*file = image->file ? get_file(image->file->parts[0].file) : NULL;
	return 0;
}

/*
 * Sets the fields of the file as stat() shows them, because the inode of some file systems has
 * other values. Called without device->control, because a file system may take long.
 */
static int cloop_get_file_status(struct file *file, struct loop_info64 *info)
{
	struct kstat status;
	const int error = vfs_getattr(&file->f_path, &status, STATX_INO, AT_STATX_SYNC_AS_STAT);

	if (error)
		return error;
	info->lo_device = huge_encode_dev(status.dev);
	info->lo_inode = status.ino;
	info->lo_rdevice = huge_encode_dev(status.rdev);
	if (!info->lo_file_name[0])
		snprintf(info->lo_file_name, LO_NAME_SIZE, "%pD", file);
	return 0;
}

static int cloop_query_status(struct cloop_device *device, struct loop_info64 *info)
{
	struct file *file;
	int error = mutex_lock_killable(&device->control);

	if (error)
		return error;
	error = cloop_get_status(device, info, &file);
	mutex_unlock(&device->control);
	if (error || !file)
		return error;
	error = cloop_get_file_status(file, info);
	fput(file);
	return error;
}

static int cloop_get_status64(struct cloop_device *device, struct loop_info64 __user *argument)
{
	struct loop_info64 info;
	const int error = cloop_query_status(device, &info);

	if (error)
		return error;
	return copy_to_user(argument, &info, sizeof(info)) ? -EFAULT : 0;
}

static int cloop_get_status_old(struct cloop_device *device, struct loop_info __user *argument)
{
	struct loop_info info;
	struct loop_info64 wide;
	const int error = cloop_query_status(device, &wide);

	if (error)
		return error;
	/* An initializer need not clear the padding, which is copied to user space. */
	memset(&info, 0, sizeof(info));
	info.lo_number = wide.lo_number;
	info.lo_device = wide.lo_device;
	info.lo_inode = wide.lo_inode;
	info.lo_rdevice = wide.lo_rdevice;
	info.lo_offset = wide.lo_offset;
	info.lo_flags = wide.lo_flags;
	memcpy(info.lo_name, wide.lo_file_name, LO_NAME_SIZE);
	if (info.lo_device != wide.lo_device || info.lo_rdevice != wide.lo_rdevice ||
	    info.lo_inode != wide.lo_inode || info.lo_offset < 0 ||
	    info.lo_offset != wide.lo_offset)
		return -EOVERFLOW;
	return copy_to_user(argument, &info, sizeof(info)) ? -EFAULT : 0;
}

/*
 * References to the files of the attached image. -EBUSY: no image is attached, or it is suspended.
 * Pre: device->control is held.
 */
static struct file **cloop_get_files(struct cloop_device *device, unsigned int *count)
{
	const struct cloop_file *file;
	struct file **files;
	unsigned int i;

	if (!device->image)
		return ERR_PTR(-EBUSY);
	file = device->image->file;
	files = kcalloc(file->count, sizeof(*files), GFP_KERNEL);
	if (!files)
		return ERR_PTR(-ENOMEM);
	for (i = 0; i < file->count; i++)
		files[i] = get_file(file->parts[i].file);
	*count = file->count;
	return files;
}

/*
 * With another offset or limit, the same files are another image. It is opened first, and then
 * replaces the old one. Pre, checked here: only the caller has the device open.
 */
static int cloop_move_image(struct cloop_device *device, const struct loop_info64 *info)
{
	struct cloop_image *image;
	struct file **files;
	unsigned int i, count;
	u64 swaps;
	int error;

	mutex_lock(&device->control);
	files = cloop_get_files(device, &count);
	swaps = device->swaps;
	mutex_unlock(&device->control);
	if (IS_ERR(files))
		return PTR_ERR(files);
	image = cloop_open_image(device, files, count, info->lo_offset, info->lo_sizelimit);
	error = PTR_ERR_OR_ZERO(image);
	if (!error) {
		mutex_lock(&device->control);
		if (device->swaps != swaps || cloop_device_is_in_use(device)) {
			cloop_image_close(image);
			error = -EBUSY;
		} else {
			error = cloop_device_replace(device, image);
			if (!error)
				cloop_set_info(device, info);
		}
		mutex_unlock(&device->control);
	}
	for (i = 0; i < count; i++)
		fput(files[i]);
	kfree(files);
	return error;
}

static int cloop_set_status(struct cloop_device *device, const struct loop_info64 *info)
{
	const struct cloop_image *image;
	bool moves = false;
	int error = cloop_check_info(info);

	if (error)
		return error;
	mutex_lock(&device->control);
	image = device->image ?: device->suspended;
	if (!image)
		error = -ENXIO;
	else if (device->suspended && info->lo_flags & LO_FLAGS_PARTSCAN)
		error = -EBUSY;
	else
		moves = info->lo_offset != image->offset || info->lo_sizelimit != image->limit;
	if (!error && moves && cloop_device_is_in_use(device))
		error = -EBUSY;
	if (!error && !moves)
		cloop_set_info(device, info);
	mutex_unlock(&device->control);
	return error || !moves ? error : cloop_move_image(device, info);
}

static int cloop_set_status64(struct cloop_device *device,
			      const struct loop_info64 __user *argument)
{
	struct loop_info64 info;

	if (copy_from_user(&info, argument, sizeof(info)))
		return -EFAULT;
	return cloop_set_status(device, &info);
}

static int cloop_set_status_old(struct cloop_device *device,
				const struct loop_info __user *argument)
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
	return cloop_set_status(device, &wide);
}

static int cloop_configure(struct cloop_device *device, const struct loop_config __user *argument)
{
	struct loop_config config;

	if (copy_from_user(&config, argument, sizeof(config)))
		return -EFAULT;
	/* The device always has sectors of 512 bytes. */
	if ((config.block_size && config.block_size != SECTOR_SIZE) ||
	    memchr_inv(config.__reserved, 0, sizeof(config.__reserved)))
		return -EINVAL;
	return cloop_check_info(&config.info) ?:
	       cloop_attach_fd(device, config.fd, TO_ATTACH, &config.info);
}

/*
 * Detaches the device on its last close, as the loop driver does, because a task that has the
 * device open may have pages of it mapped. The caller's own close may be the last. A suspended
 * device is detached at once, because its readers wait and can't close it. So is a device in a
 * circle, because the loop device in the circle keeps it open.
 */
static int cloop_clear_fd(struct cloop_device *device)
{
	int error = 0;

	mutex_lock(&device->control);
	if (!cloop_device_is_attached(device)) {
		error = -ENXIO;
	} else if (device->suspended || cloop_is_in_circle(device, device->image)) {
		cloop_device_detach(device);
	} else {
		spin_lock(&device->lock);
		device->is_leaving = true;
		spin_unlock(&device->lock);
	}
	mutex_unlock(&device->control);
	return error;
}

static int cloop_suspend(struct cloop_device *device)
{
	int error;

	mutex_lock(&device->control);
	error = cloop_device_suspend(device);
	mutex_unlock(&device->control);
	return error;
}

/*
 * Rescans the partitions, if the image or LO_FLAGS_PARTSCAN has changed. After a detach this
 * removes all partitions, also those added with BLKPG. Pre: the disk's open_mutex is held.
 */
static void cloop_rescan_partitions(struct gendisk *disk)
{
	if (test_bit(GD_NEED_PART_SCAN, &disk->state) && !bdev_disk_changed(disk, false) &&
	    !get_capacity(disk))
		set_bit(GD_SUPPRESS_PART_SCAN, &disk->state);
}

static int cloop_admin_ioctl(struct cloop_device *device, unsigned int command,
			     void __user *argument)
{
	const int fd = (int)(unsigned long)argument;

	switch (command) {
	case LOOP_SET_FD:
		return cloop_attach_fd(device, fd, TO_ATTACH, NULL);
	case LOOP_CONFIGURE:
		return cloop_configure(device, argument);
	case LOOP_CHANGE_FD:
		return cloop_attach_fd(device, fd, TO_CHANGE, NULL);
	case LOOP_CLR_FD:
		return cloop_clear_fd(device);
	case LOOP_SET_STATUS64:
		return cloop_set_status64(device, argument);
	case LOOP_SET_STATUS:
		return cloop_set_status_old(device, argument);
	case LOOP_SET_CAPACITY:
		/* In old drivers, this number was suspend. The size of an image does not change. */
		return cloop_device_is_attached(device) ? 0 : -ENXIO;
	case CLOOP_SUSPEND:
		return cloop_suspend(device);
	case CLOOP_SET_PARTS:
		return cloop_set_parts(device, argument);
	default:
		return -ENOTTY;
	}
}

static int cloop_device_ioctl(struct block_device *bdev, cloop_mode_t mode, unsigned int command,
			      unsigned long argument)
{
	struct cloop_device *device = bdev->bd_disk->private_data;
	int error;

	if (command == LOOP_GET_STATUS64)
		return cloop_get_status64(device, (void __user *)argument);
	if (command == LOOP_GET_STATUS)
		return cloop_get_status_old(device, (void __user *)argument);
	if (_IOC_TYPE(command) != _IOC_TYPE(LOOP_SET_FD) &&
	    _IOC_TYPE(command) != _IOC_TYPE(CLOOP_SUSPEND))
		return -ENOTTY;
	if (!capable(CAP_SYS_ADMIN))
		return -EPERM;
	error = cloop_admin_ioctl(device, command, (void __user *)argument);
	if (!error && test_bit(GD_NEED_PART_SCAN, &bdev->bd_disk->state)) {
		mutex_lock(&bdev->bd_disk->open_mutex);
		cloop_rescan_partitions(bdev->bd_disk);
		mutex_unlock(&bdev->bd_disk->open_mutex);
	}
	return error;
}

#ifdef CONFIG_COMPAT
static int cloop_device_compat_ioctl(struct block_device *bdev, cloop_mode_t mode,
				     unsigned int command, unsigned long argument)
{
	switch (command) {
	case LOOP_SET_STATUS:	/* struct loop_info has another layout in 32-bit programs */
	case LOOP_GET_STATUS:
		return -ENOIOCTLCMD;
	case LOOP_SET_FD:
	case LOOP_CHANGE_FD:
	case LOOP_CLR_FD:
	case LOOP_SET_CAPACITY:
		return cloop_device_ioctl(bdev, mode, command, argument);
	default:
		return cloop_device_ioctl(bdev, mode, command, (unsigned long)compat_ptr(argument));
	}
}
#endif

/* On the last close, a pending detach is done. */
static void cloop_release(cloop_device_release, disk)
{
	struct cloop_device *device = disk->private_data;

	if (disk_openers(disk))
		return;
	mutex_lock(&device->control);
	device->is_left = false;
	if (cloop_device_is_attached(device) && device->is_leaving)
		cloop_device_detach(device);
	mutex_unlock(&device->control);
	cloop_rescan_partitions(disk);
}

const struct block_device_operations cloop_operations = {
	.owner = THIS_MODULE,
	.release = cloop_device_release,
	.ioctl = cloop_device_ioctl,
#ifdef CONFIG_COMPAT
	.compat_ioctl = cloop_device_compat_ioctl,
#endif
};

/*
 * Opens the file at `path`, and if its name ends in .000, the following parts of the split set.
 * Returns their number. -ENOMEM, and the errors of open().
 */
static int cloop_open_parts(const char *path, struct file **files)
{
	const size_t length = strlen(path);
	const bool is_set = length > 4 && !strcmp(path + length - 4, ".000");
	char *name = kmalloc(length + 16, GFP_KERNEL);
	int count = 0;

	if (!name)
		return -ENOMEM;
	strscpy(name, path, length + 1);
	do {
		/* With O_NONBLOCK, opening a pipe does not wait; it is refused later. */
		struct file *file = filp_open(name, O_RDONLY | O_LARGEFILE | O_NONBLOCK, 0);

		if (IS_ERR(file)) {
			if (count && PTR_ERR(file) == -ENOENT)
				break;
			while (count)
				fput(files[--count]);
			kfree(name);
			return PTR_ERR(file);
		}
		files[count++] = file;
		if (is_set)
			snprintf(name + length - 3, 16, "%03d", count);
	} while (is_set && count < CLOOP_MAX_PARTS);
	kfree(name);
	return count;
}

struct cloop_image *cloop_open_path(const char *path)
{
	struct file **files = kcalloc(CLOOP_MAX_PARTS, sizeof(*files), GFP_KERNEL);
	struct cloop_image *image;
	int count;

	if (!files)
		return ERR_PTR(-ENOMEM);
	count = cloop_open_parts(path, files);
	if (count < 0) {
		kfree(files);
		return ERR_PTR(count);
	}
	image = cloop_image_open(files, count, 0, 0);
	while (count)
		fput(files[--count]);
	kfree(files);
	return image;
}
