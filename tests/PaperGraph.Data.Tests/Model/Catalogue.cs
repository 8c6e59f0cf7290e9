using System.Text;
using Npgsql;

namespace PaperGraph.Data.Tests.Model;

/// <summary>What PostgreSQL says that a database is made of, as lines that can be compared.</summary>
internal static class Catalogue
{
    private const string ColumnsSql = """
        select c.relname || '.' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod)
            || case when a.attnotnull then ' not null' else '' end
            || case a.attidentity when 'a' then ' always identity' when 'd' then ' default identity' else '' end
            || case a.attgenerated when 's' then ' stored' else '' end
            || coalesce(' ' || pg_get_expr(d.adbin, d.adrelid), '')
            || coalesce(' collate ' || nullif(co.collname, 'default'), '')
        from pg_attribute a
        join pg_class c on c.oid = a.attrelid
        left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
        left join pg_collation co on co.oid = a.attcollation
        where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped
        """;

    private const string ConstraintsSql = """
        select conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid)
        from pg_constraint
        where connamespace = 'public'::regnamespace
        """;

    private const string IndexesSql = "select indexdef from pg_indexes where schemaname = 'public'";

    private const string OtherSql = """
        select 'extension ' || extname from pg_extension
        union all
        select 'relation ' || relkind::text || ' ' || relname from pg_class where relnamespace = 'public'::regnamespace
        union all
        select 'function ' || proname from pg_proc where pronamespace = 'public'::regnamespace
        union all
        select 'trigger ' || tgname from pg_trigger where not tgisinternal
        """;

    public static async Task<string> ReadAsync(string connectionString)
    {
        await using var dataSource = NpgsqlDataSource.Create(connectionString);
        var text = new StringBuilder();
        foreach (var sql in new[] { ColumnsSql, ConstraintsSql, IndexesSql, OtherSql })
        {
            var lines = new List<string>();
            await using var command = dataSource.CreateCommand(sql);
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync()) lines.Add(reader.GetString(0));
            lines.RemoveAll(line => line.Contains("__EFMigrationsHistory", StringComparison.Ordinal)
                || line.EndsWith(" pk___ef_migrations_history", StringComparison.Ordinal));
            foreach (var line in lines.Order(StringComparer.Ordinal)) text.AppendLine(line);
        }
        return text.ToString();
    }
}
