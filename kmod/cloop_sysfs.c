// SPDX-License-Identifier: GPL-2.0-only
/*
 * The files in /sys/block/cloopN/: cloop/, and loop/ as loop devices have it, so that losetup lists
 * the device.
 */
#include <linux/sysfs.h>

#include "cloop_device.h"

static struct cloop_device *cloop_dev_to_device(struct device *dev)
{
	return dev_to_disk(dev)->private_data;
}

/* DEVICE_ATTR_RO() does not allow a prefix of the function's name. */
#define CLOOP_ATTR_RO(name)									\
struct device_attribute dev_attr_##name = __ATTR(name, 0444, cloop_##name##_show, NULL)

/* An attribute of the image; the file is empty while the device is detached or suspended. */
#define SHOW_IMAGE(name, format, value)								\
static ssize_t cloop_##name##_show(struct device *dev, struct device_attribute *attribute,	\
				   char *out)							\
{												\
	struct cloop_image *image = cloop_device_image(cloop_dev_to_device(dev));		\
	ssize_t length;										\
												\
	if (!image)										\
		return 0;									\
	length = sysfs_emit(out, format "\n", value);						\
	cloop_image_put(image);									\
	return length;										\
}												\
static CLOOP_ATTR_RO(name)

/* An attribute of the device. */
#define SHOW_DEVICE(name, format, value)							\
static ssize_t cloop_##name##_show(struct device *dev, struct device_attribute *attribute,	\
				   char *out)							\
{												\
	struct cloop_device *device = cloop_dev_to_device(dev);					\
												\
	return sysfs_emit(out, format "\n", value);						\
}												\
static CLOOP_ATTR_RO(name)

static ssize_t cloop_backing_file_show(struct device *dev, struct device_attribute *attribute,
				       char *out)
{
	struct cloop_device *device = cloop_dev_to_device(dev);
	struct cloop_image *image = cloop_device_image(device);
	ssize_t length = 0;

	if (image) {
		char *path = file_path(image->file->parts[0].file, out, PAGE_SIZE - 1);

		if (!IS_ERR(path)) {
			length = strlen(path);
			memmove(out, path, length);
			out[length++] = '\n';
		}
		cloop_image_put(image);
		return length;
	}
	spin_lock(&device->lock);
	if (device->suspended_path)
		length = sysfs_emit(out, "%s\n", device->suspended_path);
	spin_unlock(&device->lock);
	return length;
}
static CLOOP_ATTR_RO(backing_file);

SHOW_IMAGE(offset, "%llu", image->offset);
SHOW_IMAGE(sizelimit, "%llu", image->limit);
SHOW_DEVICE(autoclear, "%u", READ_ONCE(device->is_leaving));
SHOW_DEVICE(partscan, "%u", cloop_device_wants_partitions(device));

static ssize_t cloop_dio_show(struct device *dev, struct device_attribute *attribute, char *out)
{
	return sysfs_emit(out, "0\n");
}
static CLOOP_ATTR_RO(dio);

static struct attribute *loop_attributes[] = {
	&dev_attr_backing_file.attr,
	&dev_attr_offset.attr,
	&dev_attr_sizelimit.attr,
	&dev_attr_autoclear.attr,
	&dev_attr_partscan.attr,
	&dev_attr_dio.attr,
	NULL
};

SHOW_IMAGE(version, "%u", image->head.version);
SHOW_IMAGE(block_size, "%u", image->head.block_size);
SHOW_IMAGE(blocks, "%u", image->head.block_count);
SHOW_IMAGE(parts, "%u", image->file->count);
SHOW_DEVICE(suspended, "%u", !!READ_ONCE(device->suspended));
SHOW_DEVICE(stored_bytes_read, "%lld", (long long)atomic64_read(&device->stored_bytes));
SHOW_DEVICE(bytes_given, "%lld", (long long)atomic64_read(&device->raw_bytes));
SHOW_DEVICE(cache_hits, "%lld", (long long)atomic64_read(&device->cache_hits));
SHOW_DEVICE(requests_joined, "%lld", (long long)atomic64_read(&device->joined));
SHOW_DEVICE(damaged_blocks, "%d", atomic_read(&device->damaged_blocks));

static struct attribute *cloop_attributes[] = {
	&dev_attr_version.attr,
	&dev_attr_block_size.attr,
	&dev_attr_blocks.attr,
	&dev_attr_parts.attr,
	&dev_attr_suspended.attr,
	&dev_attr_stored_bytes_read.attr,
	&dev_attr_bytes_given.attr,
	&dev_attr_cache_hits.attr,
	&dev_attr_requests_joined.attr,
	&dev_attr_damaged_blocks.attr,
	NULL
};

/*
 * A detached device has no attributes, because losetup takes a device with the file backing_file
 * for attached.
 */
static umode_t cloop_attribute_is_visible(struct kobject *kobject, struct attribute *attribute,
					  int number)
{
	struct cloop_device *device = cloop_dev_to_device(kobj_to_dev(kobject));

	return cloop_device_is_attached(device) ? attribute->mode : 0;
}

const struct attribute_group cloop_loop_group = {
	.name = "loop",
	.attrs = loop_attributes,
	.is_visible = cloop_attribute_is_visible,
};

const struct attribute_group cloop_group = {
	.name = "cloop",
	.attrs = cloop_attributes,
	.is_visible = cloop_attribute_is_visible,
};
