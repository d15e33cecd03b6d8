// SPDX-License-Identifier: GPL-2.0-only
/*
 * A request lies within one block, because chunk_sectors is the block size. If the block is cached,
 * the request is completed at once. Otherwise the request becomes a "flight": a worker reads and
 * decodes the block. Requests for the same block that come meanwhile join the flight, which
 * completes them, too. A request for a whole block is decoded in place, that is, directly into its
 * pages.
 */
#define pr_fmt(fmt) "cloop: " fmt
#include "cloop_circle.h"
#include "cloop_device.h"

#include <linux/highmem.h>
#include <linux/mm.h>
#include <linux/nmi.h>
#include <linux/sched/mm.h>
#include <linux/vmalloc.h>

#define QUEUE_DEPTH	128
/* Period of the resets of the hung task detector, which checks every 120 s by default. */
#define SUSPENDED_TICK	(20 * HZ)

/* The private data of a request. */
struct cloop_flight {
	struct work_struct work;
	struct cloop_image *image;	/* a reference */
	u32 block;
	struct list_head node;		/* in device->flights, or in `joined` of another flight */
	struct list_head joined;	/* protected by device->lock */
};

static atomic_t suspended_devices = ATOMIC_INIT(0);

static void cloop_reset_watchdog(struct work_struct *work);
static DECLARE_DELAYED_WORK(watchdog_work, cloop_reset_watchdog);

/* Tasks that wait for a suspended device are not hung: keeps the hung task detector silent. */
static void cloop_reset_watchdog(struct work_struct *work)
{
	if (!atomic_read(&suspended_devices))
		return;
	reset_hung_task_detector();
	schedule_delayed_work(&watchdog_work, SUSPENDED_TICK);
}

static u32 cloop_offset_in_block(const struct request *request, const struct cloop_image *image)
{
	u32 rest;

	div_u64_rem(blk_rq_pos(request) << SECTOR_SHIFT, image->head.block_size, &rest);
	return rest;
}

static void cloop_end_request(struct cloop_flight *flight, blk_status_t status)
{
	struct request *request = blk_mq_rq_from_pdu(flight);
	struct cloop_device *device = request->q->queuedata;
	struct cloop_image *image = flight->image;

	if (!status)
		atomic64_add(blk_rq_bytes(request), &device->raw_bytes);
	blk_mq_end_request(request, status);
	cloop_image_put(image);
}

/* Copies the request's part of the decoded block to its pages, and completes the request. */
static void cloop_complete_from_block(struct cloop_flight *flight, const void *block)
{
	struct request *request = blk_mq_rq_from_pdu(flight);
	const void *from = block + cloop_offset_in_block(request, flight->image);
	struct req_iterator at;
	struct bio_vec piece;

	rq_for_each_segment(piece, request, at) {
		memcpy_to_page(piece.bv_page, piece.bv_offset, from, piece.bv_len);
		from += piece.bv_len;
	}
	cloop_end_request(flight, BLK_STS_OK);
}

static bool cloop_complete_from_cache(struct cloop_device *device, struct cloop_flight *flight)
{
	/* The request holds a reference to the image only until it is completed. */
	struct cloop_image *image = flight->image;
	struct cloop_cached *cached = cloop_cache_get(&image->cache, flight->block);

	if (!cached)
		return false;
	cloop_image_get(image);
	atomic64_inc(&device->cache_hits);
	cloop_complete_from_block(flight, cached->data);
	cloop_cache_put(&image->cache, cached);
	cloop_image_put(image);
	return true;
}

static struct cloop_flight *cloop_find_flight(struct cloop_device *device, u32 block)
{
	struct cloop_flight *flight;

	list_for_each_entry(flight, &device->flights, node)
		if (flight->block == block)
			return flight;
	return NULL;
}

/*
 * Maps the pages of a request for a whole block to contiguous addresses. NULL if the request has
 * less than a block or a segment is not a whole page, or if the mapping fails.
 */
static void *cloop_map_whole_block(struct request *request, const struct cloop_image *image,
				   struct cloop_context *context)
{
	unsigned int count = 0;
	struct req_iterator at;
	struct bio_vec piece;

	if (blk_rq_bytes(request) != image->head.block_size || image->head.block_size % PAGE_SIZE)
		return NULL;
	rq_for_each_segment(piece, request, at) {
		if (piece.bv_offset || piece.bv_len != PAGE_SIZE)
			return NULL;
		context->pages[count++] = piece.bv_page;
	}
	return vm_map_ram(context->pages, count, NUMA_NO_NODE);
}

static void cloop_unmap_whole_block(struct cloop_context *context, void *mapped, u32 size)
{
	unsigned int i, count = size / PAGE_SIZE;

	flush_kernel_vmap_range(mapped, size);
	vm_unmap_ram(mapped, count);
	for (i = 0; i < count; i++)
		flush_dcache_page(context->pages[i]);
}

static void cloop_note_damage(struct cloop_device *device, u32 block,
			      const struct cloop_extent *extent, const char *reason)
{
	if (!test_and_set_bit(block, device->damaged))
		atomic_inc(&device->damaged_blocks);
	pr_err_ratelimited("%s: block %u (offset %llu): %s.\n", device->disk->disk_name, block,
			   extent->offset, reason);
}

/*
 * Reads and decodes the block of a flight. Sets `*is_in_place` if the block is decoded in place;
 * otherwise it is in context->raw.
 *
 * With direct I/O the pages belong to a process, which may change them during decoding, or pass the
 * same page twice. So if decoding in place fails, the block is decoded again into context->raw, and
 * a sound block is never reported as damaged.
 */
static const char *cloop_decode_flight(struct cloop_flight *flight, struct cloop_context *context,
				       struct cloop_extent *extent, bool *is_in_place)
{
	struct request *request = blk_mq_rq_from_pdu(flight);
	struct cloop_device *device = request->q->queuedata;
	const char *reason;
	void *mapped;

	*is_in_place = false;
	extent->offset = 0;
	if (cloop_is_in_circle(device, flight->image))
		return "a loop device below has a new file, which may be this device";
	reason = cloop_read_stored(flight->image, flight->block, context, extent);
	if (reason)
		return reason;
	atomic64_add(extent->size, &device->stored_bytes);
	mapped = cloop_map_whole_block(request, flight->image, context);
	if (mapped) {
		*is_in_place = !cloop_decode(flight->image, context, extent, mapped);
		cloop_unmap_whole_block(context, mapped, flight->image->head.block_size);
		if (*is_in_place)
			return NULL;
	}
	return cloop_decode(flight->image, context, extent, context->raw);
}

static void cloop_flight_work(struct work_struct *work)
{
	struct cloop_flight *flight = container_of(work, struct cloop_flight, work), *other, *next;
	struct request *request = blk_mq_rq_from_pdu(flight);
	struct cloop_device *device = request->q->queuedata;
	struct cloop_image *image = flight->image;
	const unsigned int noio = memalloc_noio_save();
	struct cloop_context *context = cloop_context_get(image);
	struct cloop_cached *cached = NULL;
	const void *block = context->raw;
	struct cloop_extent extent;
	const char *reason;
	bool is_in_place;
	LIST_HEAD(joined);

	/* The references of the requests are dropped before this function returns. */
	cloop_image_get(image);
	reason = cloop_decode_flight(flight, context, &extent, &is_in_place);
	if (!reason && !is_in_place) {
		cached = cloop_cache_add(&image->cache, flight->block, &context->raw, false);
		if (cached)
			block = cached->data;
	}

	spin_lock(&device->lock);
	list_del(&flight->node);
	list_splice_init(&flight->joined, &joined);
	spin_unlock(&device->lock);

	/* A process may change the pages of the flight, so the joined requests don't copy them. */
	if (is_in_place && !list_empty(&joined))
		reason = cloop_decode(image, context, &extent, context->raw);
	if (reason)
		cloop_note_damage(device, flight->block, &extent, reason);
	list_for_each_entry_safe(other, next, &joined, node) {
		if (reason)
			cloop_end_request(other, BLK_STS_IOERR);
		else
			cloop_complete_from_block(other, block);
	}
	if (is_in_place)
		cloop_end_request(flight, BLK_STS_OK);
	else if (reason)
		cloop_end_request(flight, BLK_STS_IOERR);
	else
		cloop_complete_from_block(flight, block);

	if (cached)
		cloop_cache_put(&image->cache, cached);
	cloop_context_put(image, context);
	cloop_image_put(image);
	memalloc_noio_restore(noio);
}

static blk_status_t cloop_queue_rq(struct blk_mq_hw_ctx *queue,
				   const struct blk_mq_queue_data *data)
{
	struct cloop_device *device = queue->queue->queuedata;
	struct request *request = data->rq;
	struct cloop_flight *flight = blk_mq_rq_to_pdu(request), *other;
	struct cloop_image *image;
	u64 block;

	blk_mq_start_request(request);
	if (req_op(request) != REQ_OP_READ)
		return BLK_STS_IOERR;
	image = cloop_device_image(device);
	if (!image)
		return BLK_STS_IOERR;
	block = div_u64(blk_rq_pos(request) << SECTOR_SHIFT, image->head.block_size);
	/* A bio may have been split for another image, which was attached before. */
	if (block >= image->head.block_count ||
	    cloop_offset_in_block(request, image) + blk_rq_bytes(request) >
	    image->head.block_size) {
		cloop_image_put(image);
		return BLK_STS_IOERR;
	}
	flight->block = block;
	flight->image = image;
	if (cloop_complete_from_cache(device, flight))
		return BLK_STS_OK;

	INIT_WORK(&flight->work, cloop_flight_work);
	INIT_LIST_HEAD(&flight->joined);
	spin_lock(&device->lock);
	other = cloop_find_flight(device, flight->block);
	if (other)
		list_add_tail(&flight->node, &other->joined);
	else
		list_add(&flight->node, &device->flights);
	spin_unlock(&device->lock);
	if (other)
		atomic64_inc(&device->joined);
	else
		queue_work(device->workers, &flight->work);
	return BLK_STS_OK;
}

static const struct blk_mq_ops queue_operations = {
	.queue_rq = cloop_queue_rq,
};

struct cloop_image *cloop_device_image(struct cloop_device *device)
{
	struct cloop_image *image;

	spin_lock(&device->lock);
	image = device->image;
	if (image)
		cloop_image_get(image);
	spin_unlock(&device->lock);
	return image;
}

static struct cloop_image *cloop_swap_image(struct cloop_device *device, struct cloop_image *image)
{
	spin_lock(&device->lock);
	swap(device->image, image);
	device->swaps++;
	spin_unlock(&device->lock);
	return image;
}

static void cloop_reset_counters(struct cloop_device *device)
{
	atomic64_set(&device->stored_bytes, 0);
	atomic64_set(&device->raw_bytes, 0);
	atomic64_set(&device->cache_hits, 0);
	atomic64_set(&device->joined, 0);
	atomic_set(&device->damaged_blocks, 0);
}

/*
 * Makes an attach (`sectors`: the size) or a detach (0) visible: page cache, size, disk sequence,
 * sysfs, uevent.
 */
static void cloop_update_disk(struct cloop_device *device, u64 sectors)
{
	struct kobject *kobject = &disk_to_dev(device->disk)->kobj;

	if (sectors) {
		/* The task that replaces an image may have mapped pages of the old one. */
		truncate_inode_pages(cloop_mapping(device->disk), 0);
		set_capacity(device->disk, sectors);
	} else {
		invalidate_disk(device->disk);
	}
	cloop_change_medium(device->disk);
	/* Not every kernel sets this bit above. */
	set_bit(GD_NEED_PART_SCAN, &device->disk->state);
	if (sysfs_update_group(kobject, &cloop_group) ||
	    sysfs_update_group(kobject, &cloop_loop_group))
		pr_warn("%s: can't update sysfs.\n", device->disk->disk_name);
	kobject_uevent(kobject, KOBJ_CHANGE);
}

static void cloop_set_suspended_path(struct cloop_device *device, char *path)
{
	spin_lock(&device->lock);
	swap(device->suspended_path, path);
	spin_unlock(&device->lock);
	kfree(path);
}

/* The path of a file, as a new string. NULL if memory is short or the path is too long. */
static char *cloop_get_path(struct file *file)
{
	char *room = kmalloc(PATH_MAX, GFP_KERNEL), *copy = NULL;
	char *path = room ? file_path(file, room, PATH_MAX) : NULL;

	if (!IS_ERR_OR_NULL(path))
		copy = kstrdup(path, GFP_KERNEL);
	kfree(room);
	return copy;
}

/*
 * A suspended device counts as open. Otherwise the last close would wait for running readahead with
 * the disk's open_mutex held, and no task could open the device to resume it. Suspend and resume
 * are called by a task that has the device open, or on module exit.
 */
static void cloop_begin_suspension(struct cloop_device *device, struct cloop_image *image)
{
	atomic_inc(&device->disk->part0->bd_openers);
	device->suspended = image;
	if (atomic_inc_return(&suspended_devices) == 1)
		schedule_delayed_work(&watchdog_work, 0);
}

static void cloop_end_suspension(struct cloop_device *device)
{
	device->suspended = NULL;
	atomic_dec(&device->disk->part0->bd_openers);
	cloop_set_suspended_path(device, NULL);
	atomic_dec(&suspended_devices);
	blk_mq_unquiesce_queue(device->disk->queue);
}

static int cloop_refuse_image(struct cloop_image *image, int error)
{
	cloop_image_close(image);
	return error;
}

/* Checks that `image` can replace `old`, and closes `image` if not. */
static int cloop_check_same_image(struct cloop_device *device, struct cloop_image *image,
				  const struct cloop_image *old)
{
	if (cloop_image_can_follow(image, old))
		return 0;
	pr_err("%s: not the image that was attached, or cut off.\n", device->disk->disk_name);
	return cloop_refuse_image(image, -EINVAL);
}

static int cloop_resume(struct cloop_device *device, struct cloop_image *image)
{
	struct cloop_image *old = device->suspended;
	const int error = cloop_check_same_image(device, image, old);

	if (error)
		return error;
	cloop_swap_image(device, image);
	cloop_end_suspension(device);
	cloop_image_close(old);
	/* Programs that do not read a suspended device, such as udev, may read it now. */
	kobject_uevent(&disk_to_dev(device->disk)->kobj, KOBJ_CHANGE);
	return 0;
}

/* Pre: no image is attached. */
static int cloop_install_image(struct cloop_device *device, struct cloop_image *image)
{
	int error;

	device->damaged = kvcalloc(BITS_TO_LONGS((size_t)image->head.block_count) + 1, sizeof(long),
				   GFP_KERNEL);
	if (!device->damaged)
		return cloop_refuse_image(image, -ENOMEM);
	error = cloop_limit_requests(device->disk, image->head.block_size);
	if (error) {
		kvfree(device->damaged);
		return cloop_refuse_image(image, error);
	}
	/* After the update of the limits, because that raises the readahead. */
	cloop_limit_readahead(device->disk, image->head.block_size);
	cloop_reset_counters(device);
	cloop_swap_image(device, image);
	cloop_update_disk(device, DIV_ROUND_UP(image->head.size, SECTOR_SIZE));
	return 0;
}

int cloop_device_attach(struct cloop_device *device, struct cloop_image *image)
{
	if (device->suspended)
		return cloop_resume(device, image);
	if (device->image || device->is_left)
		return cloop_refuse_image(image, -EBUSY);
	return cloop_install_image(device, image);
}

int cloop_device_replace(struct cloop_device *device, struct cloop_image *image)
{
	cloop_device_detach(device);
	device->is_left = false;
	return cloop_install_image(device, image);
}

int cloop_device_change(struct cloop_device *device, struct cloop_image *image)
{
	struct cloop_image *old = device->image;
	int error;

	if (device->suspended)
		return cloop_resume(device, image);
	if (!old)
		return cloop_refuse_image(image, -ENXIO);
	error = cloop_check_same_image(device, image, old);
	if (error)
		return error;
	cloop_swap_image(device, image);
	cloop_image_retire(old);
	cloop_image_close(old);
	return 0;
}

void cloop_device_detach(struct cloop_device *device)
{
	struct cloop_image *image = cloop_swap_image(device, NULL);

	if (image) {
		cloop_image_retire(image);
	} else {
		image = device->suspended;
		cloop_end_suspension(device);
	}
	kvfree(device->damaged);
	device->is_left = disk_openers(device->disk);
	cloop_image_close(image);
	spin_lock(&device->lock);
	device->is_leaving = false;
	device->name[0] = '\0';
	spin_unlock(&device->lock);
	cloop_update_disk(device, 0);
}

/* Whether there may be partitions: scanned, or added with BLKPG. */
static bool cloop_has_partitions(const struct cloop_device *device)
{
	unsigned long number = 1;	/* 0 is the whole disk */

	return cloop_device_wants_partitions(device) ||
	       xa_find(&device->disk->part_tbl, &number, ULONG_MAX, XA_PRESENT);
}

int cloop_device_suspend(struct cloop_device *device)
{
	struct cloop_image *image;

	if (!device->image)
		return device->suspended ? -EBUSY : -ENXIO;
	/*
	 * The last close of a partition waits for running readahead, too, with open_mutex held. A
	 * partition has its own count of openers, which the suspension does not raise.
	 */
	if (cloop_has_partitions(device))
		return -EOPNOTSUPP;
	/* New requests wait in the queue; running ones finish with the file. */
	blk_mq_quiesce_queue(device->disk->queue);
	image = cloop_swap_image(device, NULL);
	cloop_image_retire(image);
	cloop_set_suspended_path(device, cloop_get_path(image->file->parts[0].file));
	cloop_file_close(image->file);
	image->file = NULL;
	cloop_begin_suspension(device, image);
	return 0;
}

struct cloop_device *cloop_device_create(int major, unsigned int number)
{
	static const struct attribute_group *groups[] = { &cloop_group, &cloop_loop_group, NULL };
	struct cloop_device *device = kzalloc(sizeof(*device), GFP_KERNEL);
	int error = -ENOMEM;

	if (!device)
		return ERR_PTR(error);
	mutex_init(&device->control);
	spin_lock_init(&device->lock);
	INIT_LIST_HEAD(&device->flights);
	device->workers = alloc_workqueue("cloop%u", WQ_UNBOUND | WQ_MEM_RECLAIM,
					  2 * num_online_cpus(), number);
	if (!device->workers)
		goto no_workers;

	device->tags.ops = &queue_operations;
	device->tags.nr_hw_queues = 1;
	device->tags.queue_depth = QUEUE_DEPTH;
	device->tags.numa_node = NUMA_NO_NODE;
	device->tags.cmd_size = sizeof(struct cloop_flight);
	device->tags.flags = CLOOP_TAG_FLAGS;
	error = blk_mq_alloc_tag_set(&device->tags);
	if (error)
		goto no_tags;

	device->disk = cloop_alloc_disk(&device->tags, device, CLOOP_MAX_BLOCK_SIZE);
	error = PTR_ERR_OR_ZERO(device->disk);
	if (error)
		goto no_disk;
	device->disk->major = major;
	device->disk->first_minor = number;
	device->disk->minors = 1;
	set_bit(GD_SUPPRESS_PART_SCAN, &device->disk->state);
	device->disk->fops = &cloop_operations;
	device->disk->private_data = device;
	snprintf(device->disk->disk_name, DISK_NAME_LEN, "cloop%u", number);
	set_disk_ro(device->disk, true);
	error = device_add_disk(NULL, device->disk, groups);
	if (error)
		goto not_added;
	return device;
not_added:
	put_disk(device->disk);
no_disk:
	blk_mq_free_tag_set(&device->tags);
no_tags:
	destroy_workqueue(device->workers);
no_workers:
	kfree(device);
	return ERR_PTR(error);
}

void cloop_device_destroy(struct cloop_device *device)
{
	del_gendisk(device->disk);
	put_disk(device->disk);
	blk_mq_free_tag_set(&device->tags);
	destroy_workqueue(device->workers);
	cancel_delayed_work_sync(&watchdog_work);
	kfree(device);
}
