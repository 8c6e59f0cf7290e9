using System.Collections.Concurrent;
using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;

namespace PaperGraph.GeneratedGraph;

/// <summary>
/// Copies rows into a table, whose columns are those that the EF Core model states: a row is an object of any type with a property for
/// each property of the entity that is stored and not computed by the database.
/// </summary>
internal sealed class TableCopy
{
    private readonly NpgsqlDataSource database;
    private readonly IEntityType entity;
    private readonly IReadOnlyList<IProperty> properties;
    private readonly string command;
    private readonly ConcurrentDictionary<Type, object> writers = new();

    public TableCopy(NpgsqlDataSource database, IEntityType entity)
    {
        (this.database, this.entity) = (database, entity);
        properties = [.. entity.GetProperties().Where(property => property.GetComputedColumnSql() is null)];
        var columns = properties.Select(property => $"\"{property.GetColumnName()}\"");
        command = $"copy \"{entity.GetTableName()}\" ({string.Join(", ", columns)}) from stdin (format binary)";
    }

    /// <summary>What copies the rows over a connection of its own, once it is called.</summary>
    /// <exception cref="InvalidOperationException">The rows and the entity have not the same properties.</exception>
    public Func<CancellationToken, Task> Copy<TRow>(IEnumerable<TRow> rows) => async cancellationToken =>
    {
        var write = (Action<NpgsqlBinaryImporter, TRow>)writers.GetOrAdd(typeof(TRow), _ => Writer<TRow>());
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var importer = await connection.BeginBinaryImportAsync(command, cancellationToken);
        foreach (var row in rows)
        {
            await importer.StartRowAsync(cancellationToken);
            write(importer, row);
        }
        await importer.CompleteAsync(cancellationToken);
    };

    private Action<NpgsqlBinaryImporter, TRow> Writer<TRow>()
    {
        var given = typeof(TRow).GetProperties().Select(property => property.Name).ToList();
        var wanted = properties.Select(property => property.Name).ToList();
        if (wanted.Except(given).Concat(given.Except(wanted)).Order(StringComparer.Ordinal).ToList() is [_, ..] differing)
        {
            throw new InvalidOperationException(
                $"{entity.ClrType.Name} and its generated rows differ in {string.Join(", ", differing)}: change the rows in "
                + "tests/PaperGraph.GeneratedGraph as the entity was changed.");
        }

        var importer = Expression.Parameter(typeof(NpgsqlBinaryImporter));
        var row = Expression.Parameter(typeof(TRow));
        var cells = properties.Select(property => Cell(importer, Expression.Property(row, property.Name), property));
        return Expression.Lambda<Action<NpgsqlBinaryImporter, TRow>>(Expression.Block(cells), importer, row).Compile();
    }

    /// <summary>Writes a value as the model stores it: an enum by its name, null as null.</summary>
    private static Expression Cell(ParameterExpression importer, MemberExpression value, IProperty property)
    {
        var underlying = Nullable.GetUnderlyingType(value.Type);
        var mapping = property.GetTypeMapping();
        Expression stored = underlying is null ? value : Expression.Convert(value, underlying);
        if (mapping.Converter is { } converter && converter.ModelClrType.IsAssignableFrom(stored.Type))
            stored = Expression.Invoke(converter.ConvertToProviderExpression, Expression.Convert(stored, converter.ModelClrType));
        Expression write = Expression.Call(
            importer, nameof(NpgsqlBinaryImporter.Write), [stored.Type], stored, Expression.Constant(property.GetColumnType()));
        if (underlying is null && value.Type.IsValueType) return write;
        var isNull = Expression.Equal(value, Expression.Constant(null, value.Type));
        return Expression.IfThenElse(isNull, Expression.Call(importer, nameof(NpgsqlBinaryImporter.WriteNull), null), write);
    }
}
