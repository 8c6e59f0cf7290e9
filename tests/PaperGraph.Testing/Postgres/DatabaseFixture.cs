using Xunit;

namespace PaperGraph.Testing;

/// <summary>
/// One database for all tests of a class, as an xunit class fixture: a subclass names the template and says how it is
/// prepared, and may override <see cref="InitializeAsync"/> to add what only its class needs.
/// </summary>
public abstract class DatabaseFixture(string template) : IAsyncLifetime
{
    private TestDatabase? database;

    public TestDatabase Database => database ?? throw new InvalidOperationException("The database exists once InitializeAsync has run.");

    public string ConnectionString => Database.ConnectionString;

    public virtual async Task InitializeAsync() => database = await TestDatabase.CreateAsync(template, PrepareAsync);

    public virtual async Task DisposeAsync()
    {
        if (database is not null) await database.DisposeAsync();
    }

    /// <summary>Makes the template; called once in a test run, however many classes share it.</summary>
    protected abstract Task PrepareAsync(string connectionString);
}
