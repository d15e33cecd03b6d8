// SPDX-License-Identifier: GPL-2.0-only
#define pr_fmt(fmt) "cloop: " fmt
#include <linux/err.h>
#include <linux/init.h>
#include <linux/module.h>
#include <linux/slab.h>

#include "cloop_control.h"

#define VERSION		"6.0"
#define OLD_MAJOR	240	/* from the range for local use, as in all older drivers */
#define MOST_DEVICES	256

static char *file;
module_param(file, charp, 0444);
MODULE_PARM_DESC(file, "image to attach to cloop0 on load; for a split set, its part .000");

static unsigned int cloop_max = 8;
module_param(cloop_max, uint, 0444);
MODULE_PARM_DESC(cloop_max, "number of devices, 1 to 256 (default 8)");

unsigned int cloop_preload;
module_param_named(preload, cloop_preload, uint, 0444);
MODULE_PARM_DESC(preload, "number of blocks to decode on attach and to keep (default 0)");

unsigned int cloop_cache_mb = 4;
module_param_named(cache_mb, cloop_cache_mb, uint, 0444);
MODULE_PARM_DESC(cache_mb, "size of the cache of each device, in MiB (default 4)");
module_param_named(buffers, cloop_cache_mb, uint, 0444);
MODULE_PARM_DESC(buffers, "old name of cache_mb");

static int major;
static struct cloop_device **devices;

static void cloop_destroy_devices(void)
{
	unsigned int i;

	for (i = 0; i < cloop_max; i++) {
		mutex_lock(&devices[i]->control);
		if (cloop_device_is_attached(devices[i]))
			cloop_device_detach(devices[i]);
		mutex_unlock(&devices[i]->control);
		cloop_device_destroy(devices[i]);
	}
	kfree(devices);
	unregister_blkdev(major, "cloop");
}

static int cloop_register_major(void)
{
	major = OLD_MAJOR;
	if (!register_blkdev(major, "cloop"))
		return 0;
	major = register_blkdev(0, "cloop");
	return major < 0 ? major : 0;
}

/*
 * Creates as many devices as possible. After the first one, module load must not fail any more,
 * because a task may have opened it.
 */
static int cloop_create_devices(void)
{
	unsigned int i;

	for (i = 0; i < cloop_max; i++) {
		struct cloop_device *device = cloop_device_create(major, i);

		if (IS_ERR(device) && !i)
			return PTR_ERR(device);
		if (IS_ERR(device)) {
			pr_warn("only %u of %u devices could be created.\n", i, cloop_max);
			cloop_max = i;
			return 0;
		}
		devices[i] = device;
	}
	return 0;
}

/* Attaches the image of the parameter "file". */
static void cloop_attach_first(struct cloop_image *image)
{
	int error;

	mutex_lock(&devices[0]->control);
	error = cloop_device_attach(devices[0], image);
	mutex_unlock(&devices[0]->control);
	if (error)
		pr_err("%s: can't be attached (error %d).\n", file, error);
}

static int __init cloop_init(void)
{
	struct cloop_image *image = NULL;
	int error = -ENOMEM;

	pr_info("Initializing cloop v" VERSION "\n");
	if (!cloop_max || cloop_max > MOST_DEVICES) {
		pr_err("cloop_max must be 1 to %u, not %u.\n", MOST_DEVICES, cloop_max);
		return -EINVAL;
	}
	if (file && *file) {
		image = cloop_open_path(file);
		if (IS_ERR(image)) {
			pr_err("%s: can't be attached (error %ld).\n", file, PTR_ERR(image));
			return PTR_ERR(image);
		}
	}
	devices = kcalloc(cloop_max, sizeof(*devices), GFP_KERNEL);
	if (!devices)
		goto no_devices;
	error = cloop_register_major();
	if (error)
		goto no_major;
	error = cloop_create_devices();
	if (error)
		goto none_created;
	if (image)
		cloop_attach_first(image);
	pr_info("loaded (max %u devices)\n", cloop_max);
	return 0;
none_created:
	unregister_blkdev(major, "cloop");
no_major:
	kfree(devices);
no_devices:
	if (image)
		cloop_image_close(image);
	return error;
}

static void __exit cloop_exit(void)
{
	cloop_destroy_devices();
	pr_info("unloaded.\n");
}

module_init(cloop_init);
module_exit(cloop_exit);

MODULE_DESCRIPTION("compressed loopback block device");
MODULE_AUTHOR("The Cloopsmith authors");
MODULE_VERSION(VERSION);
MODULE_LICENSE("GPL");
MODULE_ALIAS_BLOCKDEV_MAJOR(OLD_MAJOR);
