namespace PaperGraph.Postgres.Tests;

public sealed class FileLockTests : IDisposable
{
    private readonly string path = Path.GetTempFileName();

    [Theory]
    [InlineData(true, true, true)]
    [InlineData(true, false, false)]
    [InlineData(false, true, false)]
    [InlineData(false, false, false)]
    public void A_lock_is_had_beside_another_only_if_both_are_shared(bool held, bool wanted, bool had)
    {
        using var first = FileLock.TryTake(path, held).ShouldNotBeNull();
        using var second = FileLock.TryTake(path, wanted);

        (second is not null).ShouldBe(had);
    }

    [Fact]
    public async Task Who_waits_has_the_lock_when_it_is_let_go()
    {
        var first = FileLock.TryTake(path, shared: false).ShouldNotBeNull();
        using var second = await FileLock.TakeAsync(path, shared: false, waiting: first.Dispose, CancellationToken.None);

        second.ShouldNotBeNull();
    }

    [Fact]
    public void A_folder_that_is_missing_is_not_mistaken_for_a_lock_that_is_held() =>
        Should.Throw<DirectoryNotFoundException>(() => FileLock.TryTake(Path.Combine(path + ".missing", "lock"), shared: false));

    public void Dispose() => File.Delete(path);
}
