using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql;
using PaperGraph.Data.Analysis;
using PaperGraph.Data.Concepts;
using PaperGraph.Data.Groups;
using PaperGraph.Data.Links;
using PaperGraph.Data.Search;

namespace PaperGraph.Data.Tests.Model;

public sealed class DatabaseMigrationsTests
{
    [Fact]
    public async Task A_migrated_database_is_what_the_model_says()
    {
        await using var migrated = await TestDatabase.CreateEmptyAsync();
        await using var created = await TestDatabase.CreateEmptyAsync();
        IReadOnlyList<string> applied;
        await using (var dataSource = DataSources.Create(migrated.ConnectionString))
            applied = await MigrateAsync(dataSource);
        await using (var dataSource = DataSources.Create(created.ConnectionString))
        await using (var context = dataSource.CreateContext())
        {
            applied.ShouldBe(context.Database.GetMigrations());
            // The migrations written by hand come before all tables and behind them.
            await ExecuteAsync(dataSource, TextSearchSql.Create);
            await ExecuteAsync(dataSource, context.Database.GenerateCreateScript());
            await ExecuteAsync(dataSource, SearchNamesSql.Create);
            await ExecuteAsync(dataSource, RanksSql.Create);
            await ExecuteAsync(dataSource, GroupCountsSql.Create);
            await ExecuteAsync(dataSource, ChangedNamesSql.Create);
            await ExecuteAsync(dataSource, UnlinkedPapersSql.Create);
        }

        var catalogue = await Catalogue.ReadAsync(migrated.ConnectionString);

        catalogue.ShouldContain("papers.search tsvector");
        catalogue.ShouldBe(await Catalogue.ReadAsync(created.ConnectionString));
    }

    [Fact]
    public async Task The_script_makes_of_an_empty_database_what_the_migrations_make_of_it()
    {
        await using var migrated = await TestDatabase.CreateEmptyAsync();
        await using var scripted = await TestDatabase.CreateEmptyAsync();
        await using var dataSource = DataSources.Create(migrated.ConnectionString);
        var applied = await MigrateAsync(dataSource);
        await using var byScript = DataSources.Create(scripted.ConnectionString);

        (await DatabaseMigrations.MigrateAsync(byScript, Task.FromResult(DatabaseMigrations.Script()), CancellationToken.None))
            .ShouldBe(applied);

        (await Catalogue.ReadAsync(scripted.ConnectionString)).ShouldBe(await Catalogue.ReadAsync(migrated.ConnectionString));
        (await MigrateAsync(byScript)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Several_that_migrate_at_once_apply_each_migration_once()
    {
        await using var database = await TestDatabase.CreateEmptyAsync();
        await using var dataSource = DataSources.Create(database.ConnectionString);

        var applied = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => MigrateAsync(dataSource)));

        applied.SelectMany(migrations => migrations).ShouldBeUnique();
        applied.Count(migrations => migrations.Count > 0).ShouldBe(1);
    }

    [Fact]
    public async Task A_database_that_is_up_to_date_is_not_kept_waiting_by_whoever_migrates()
    {
        await using var database = await TestDatabase.CreateEmptyAsync();
        await using var dataSource = DataSources.Create(database.ConnectionString + ";Command Timeout=20");
        await MigrateAsync(dataSource);
        await using var migrating = await dataSource.OpenConnectionAsync();
        await using var takeLock = new NpgsqlCommand("select pg_advisory_lock(7247433001)", migrating);
        await takeLock.ExecuteNonQueryAsync();

        (await MigrateAsync(dataSource)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_database_of_a_later_version_is_refused_by_name()
    {
        await using var database = await TestDatabase.CreateEmptyAsync();
        await using var dataSource = DataSources.Create(database.ConnectionString);
        await MigrateAsync(dataSource);
        await using var insert = dataSource.CreateCommand(
            """insert into "__EFMigrationsHistory" values ('29990101000000_Later', '99.0')""");
        await insert.ExecuteNonQueryAsync();

        var refused = await Should.ThrowAsync<UnusableDatabaseException>(() => MigrateAsync(dataSource));

        refused.Message.ShouldBe(
            "The database was migrated by a later version of PaperGraph (29990101000000_Later): "
            + "use that version, or another database.");
    }

    [Fact]
    public async Task A_database_that_holds_tables_of_others_is_refused_and_left_as_it_is()
    {
        await using var database = await TestDatabase.CreateEmptyAsync();
        await using var dataSource = DataSources.Create(database.ConnectionString);
        await using var create = dataSource.CreateCommand("""
            create table papers (id int);
            create view brands as select 1 as id;
            create table "__EFMigrationsHistory" ("MigrationId" text primary key, "ProductVersion" text not null);
            insert into "__EFMigrationsHistory" values ('20200101000000_Others', '5.0')
            """);
        await create.ExecuteNonQueryAsync();
        var before = await Catalogue.ReadAsync(database.ConnectionString);

        var refused = await Should.ThrowAsync<UnusableDatabaseException>(() => MigrateAsync(dataSource));

        refused.Message.ShouldBe(
            "The database holds tables that are not PaperGraph's (brands, papers) and is left as it is. "
            + "Give PaperGraph a database of its own, for example by createdb papergraph.");
        (await Catalogue.ReadAsync(database.ConnectionString)).ShouldBe(before);
    }

    [Theory]
    [InlineData("20261120190000_Initial")]
    [InlineData("20261128135812_Initial")]
    [InlineData("20261128193211_Initial")]
    public async Task A_database_of_before_the_first_release_is_refused_and_left_as_it_is(string firstMigration)
    {
        await using var database = await TestDatabase.CreateEmptyAsync();
        await using var dataSource = DataSources.Create(database.ConnectionString);
        await using var create = dataSource.CreateCommand($"""
            create table papers (id int);
            create table "__EFMigrationsHistory" ("MigrationId" text primary key, "ProductVersion" text not null);
            insert into "__EFMigrationsHistory" values ('{firstMigration}', '10.0.0'), ('{firstMigration}Next', '10.0.0')
            """);
        await create.ExecuteNonQueryAsync();
        var before = await Catalogue.ReadAsync(database.ConnectionString);

        var refused = await Should.ThrowAsync<UnusableDatabaseException>(() => MigrateAsync(dataSource));

        refused.IsOfBefore.ShouldBeTrue();
        refused.Message.ShouldBe(
            $"The database was made by a PaperGraph of before the first release (its first migration is {firstMigration}), "
            + "whose tables cannot be brought up to date.");
        (await Catalogue.ReadAsync(database.ConnectionString)).ShouldBe(before);
    }

    [Fact]
    public async Task Whether_the_migrations_are_applied_is_told_before_and_after()
    {
        await using var database = await TestDatabase.CreateEmptyAsync();
        await using var dataSource = DataSources.Create(database.ConnectionString);

        (await DatabaseMigrations.AreAppliedAsync(dataSource, CancellationToken.None)).ShouldBeFalse();
        await MigrateAsync(dataSource);
        (await DatabaseMigrations.AreAppliedAsync(dataSource, CancellationToken.None)).ShouldBeTrue();
    }

    [Fact]
    public void The_migrations_make_what_the_model_says()
    {
        using var dataSource = DataSources.Create("Host=localhost");
        using var context = dataSource.CreateContext();

        context.Database.HasPendingModelChanges().ShouldBeFalse("dotnet ef migrations add NAME --project src/PaperGraph.Data");
    }

    [Fact]
    public async Task Extensions_do_not_make_a_database_that_of_others()
    {
        await using var database = await TestDatabase.CreateEmptyAsync();
        await using var dataSource = DataSources.Create(database.ConnectionString);
        await using var create = dataSource.CreateCommand("create extension pg_trgm; create extension unaccent");
        await create.ExecuteNonQueryAsync();

        (await MigrateAsync(dataSource)).ShouldNotBeEmpty();
    }

    [Fact]
    public void The_tables_come_between_the_migrations_that_are_written_by_hand()
    {
        using var dataSource = DataSources.Create("Host=localhost");
        using var context = dataSource.CreateContext();

        context.Database.GetMigrations().Take(4).Select(id => id.Split('_')[1]).ShouldBe(
            ["TextSearch", "Initial", "DerivedTables", "Reporting"], "Give the files that come behind Initial a later date than it has.");
    }

    [Fact]
    public async Task A_database_that_refuses_an_extension_is_told_of_with_what_to_do()
    {
        await using var database = await TestDatabase.CreateEmptyAsync();
        var role = $"nobody_{Guid.NewGuid():N}";
        await using (var administrator = NpgsqlDataSource.Create(database.ConnectionString))
            await ExecuteAsync(administrator, $"create role {role}; grant create on schema public to {role}");
        try
        {
            await using var dataSource = DataSources.Create(new NpgsqlConnectionStringBuilder(database.ConnectionString)
            {
                Options = $"-c role={role}",
                Pooling = false,
            }.ConnectionString);

            var refused = await Should.ThrowAsync<UnusableDatabaseException>(() => MigrateAsync(dataSource));

            refused.Message.ShouldStartWith("PaperGraph searches with PostgreSQL's own extensions btree_gin, pg_trgm, unaccent, and ");
            refused.Message.ShouldContain("refuses them: permission denied to create extension \"btree_gin\". ");
            refused.Message.ShouldEndWith("create extension btree_gin; create extension pg_trgm; create extension unaccent;");
        }
        finally
        {
            await using var administrator = NpgsqlDataSource.Create(database.ConnectionString);
            await ExecuteAsync(administrator, $"drop owned by {role}; drop role {role}");
        }
    }

    [Fact]
    public async Task A_database_with_another_schema_reporting_is_told_of_with_what_to_do()
    {
        await using var database = await TestDatabase.CreateEmptyAsync();
        await using var dataSource = DataSources.Create(database.ConnectionString);
        await ExecuteAsync(dataSource, "create schema reporting; create table reporting.sales (id int)");

        var refused = await Should.ThrowAsync<UnusableDatabaseException>(() => MigrateAsync(dataSource));

        refused.Message.ShouldContain("has another schema of that name. Rename it, or give PaperGraph a database of its own.");
    }

    [Fact]
    public async Task A_database_that_refuses_the_schema_of_the_views_takes_one_that_its_administrator_makes()
    {
        await using var database = await TestDatabase.CreateEmptyAsync();
        var role = $"nobody_{Guid.NewGuid():N}";
        await using var administrator = NpgsqlDataSource.Create(database.ConnectionString);
        await ExecuteAsync(administrator, $"""
            create role {role};
            grant create on schema public to {role};
            create extension btree_gin;
            create extension pg_trgm;
            create extension unaccent
            """);
        try
        {
            await using var dataSource = DataSources.Create(new NpgsqlConnectionStringBuilder(database.ConnectionString)
            {
                Options = $"-c role={role}",
                Pooling = false,
            }.ConnectionString);

            var refused = await Should.ThrowAsync<UnusableDatabaseException>(() => MigrateAsync(dataSource));

            refused.Message.ShouldContain("does not let it create one: permission denied for database");
            refused.Message.ShouldContain("Have its administrator run, in that database: create schema reporting authorization ");

            await ExecuteAsync(administrator, $"create schema reporting authorization {role}");
            (await MigrateAsync(dataSource)).ShouldNotBeEmpty();
        }
        finally
        {
            await ExecuteAsync(administrator, $"drop owned by {role}; drop role {role}");
        }
    }

    [Fact]
    public async Task What_was_migrated_can_be_taken_back()
    {
        await using var database = await TestDatabase.CreateEmptyAsync();
        await using var dataSource = DataSources.Create(database.ConnectionString);
        await MigrateAsync(dataSource);

        await using (var context = dataSource.CreateContext())
            await context.GetService<IMigrator>().MigrateAsync(Migration.InitialDatabase);

        (await Catalogue.ReadAsync(database.ConnectionString)).ShouldBe("extension plpgsql\n");
    }

    private static async Task ExecuteAsync(NpgsqlDataSource dataSource, string sql)
    {
        await using var command = dataSource.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    private static Task<IReadOnlyList<string>> MigrateAsync(NpgsqlDataSource dataSource) =>
        DatabaseMigrations.MigrateAsync(dataSource, CancellationToken.None);
}
