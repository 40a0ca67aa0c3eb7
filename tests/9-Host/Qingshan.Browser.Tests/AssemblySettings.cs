// One browser at a time: the tests measure time and share two cores with the server that they drive.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
