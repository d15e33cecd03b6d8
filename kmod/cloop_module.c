// SPDX-License-Identifier: GPL-2.0-only
#define pr_fmt(fmt) "cloop: " fmt
#include <linux/err.h>
#include <linux/init.h>
#include <linux/module.h>
#include <linux/slab.h>

#include "cloop_control.h"

#define VERSION		"6.0"
#define OLD_MAJOR	240	/* of the range for local use, as ever */
#define MOST_DEVICES	256

static char *file;
module_param(file, charp, 0444);
MODULE_PARM_DESC(file, "image that is attached to cloop0 at once; of a split set part .000");

static unsigned int cloop_max = 8;
module_param(cloop_max, uint, 0444);
MODULE_PARM_DESC(cloop_max, "number of devices, 1 to 256 (8)");

unsigned int cloop_preload;
module_param_named(preload, cloop_preload, uint, 0444);
MODULE_PARM_DESC(preload, "number of blocks that are decoded when an image is attached, and kept (0)");

unsigned int cloop_cache_mb = 4;
module_param_named(cache_mb, cloop_cache_mb, uint, 0444);
MODULE_PARM_DESC(cache_mb, "MiB of decoded blocks that each device keeps at most (4)");
module_param_named(buffers, cloop_cache_mb, uint, 0444);
MODULE_PARM_DESC(buffers, "the same, under the name that older drivers had for it");

static int major;
static struct cloop_device **devices;

static void destroy_devices(void)
{
	unsigned int i;

	for (i = 0; i < cloop_max && devices[i]; i++) {
		mutex_lock(&devices[i]->control);
		if (cloop_device_is_attached(devices[i]))
			cloop_device_detach(devices[i]);
		mutex_unlock(&devices[i]->control);
		cloop_device_destroy(devices[i]);
	}
	kfree(devices);
	unregister_blkdev(major, "cloop");
}

static int __init cloop_init(void)
{
	unsigned int i;
	int error;

	pr_info("Initializing cloop v" VERSION "\n");
	if (!cloop_max || cloop_max > MOST_DEVICES) {
		pr_err("cloop_max is 1 to %u, not %u.\n", MOST_DEVICES, cloop_max);
		return -EINVAL;
	}
	devices = kcalloc(cloop_max, sizeof(*devices), GFP_KERNEL);
	if (!devices)
		return -ENOMEM;
	major = OLD_MAJOR;
	if (register_blkdev(major, "cloop")) {
		major = register_blkdev(0, "cloop");
		if (major < 0) {
			kfree(devices);
			return major;
		}
	}
	for (i = 0; i < cloop_max; i++) {
		struct cloop_device *device = cloop_device_create(major, i);

		if (IS_ERR(device)) {
			error = PTR_ERR(device);
			goto failed;
		}
		devices[i] = device;
	}
	if (file && *file) {
		error = cloop_attach_path(devices[0], file);
		if (error) {
			pr_err("%s: can't be attached (error %d).\n", file, error);
			goto failed;
		}
	}
	pr_info("loaded (max %u devices)\n", cloop_max);
	return 0;
failed:
	destroy_devices();
	return error;
}

static void __exit cloop_exit(void)
{
	destroy_devices();
	pr_info("unloaded.\n");
}

module_init(cloop_init);
module_exit(cloop_exit);

MODULE_DESCRIPTION("compressed loopback block device");
MODULE_AUTHOR("The Cloopsmith authors");
MODULE_VERSION(VERSION);
MODULE_LICENSE("GPL");
MODULE_ALIAS_BLOCKDEV_MAJOR(OLD_MAJOR);
