using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using PaperGraph.Model;

namespace PaperGraph.Data.Mapping;

internal static class MappingExtensions
{
    /// <summary>Stores an enum by its <see cref="EnumName"/>; <see cref="HasNames{TEntity, TEnum}"/> lets nothing else in.</summary>
    public static PropertyBuilder<TEnum> IsStoredByName<TEnum>(this PropertyBuilder<TEnum> property)
        where TEnum : struct, Enum =>
        property.HasConversion(new ValueConverter<TEnum, string>(value => EnumName.For(value), name => EnumName.Parse<TEnum>(name)));

    /// <inheritdoc cref="IsStoredByName{TEnum}(PropertyBuilder{TEnum})"/>
    public static PropertyBuilder<TEnum?> IsStoredByName<TEnum>(this PropertyBuilder<TEnum?> property)
        where TEnum : struct, Enum =>
        property.HasConversion(new ValueConverter<TEnum, string>(value => EnumName.For(value), name => EnumName.Parse<TEnum>(name)));

    /// <summary>The check that a column holds one of the enum's names.</summary>
    public static void HasNames<TEntity, TEnum>(this TableBuilder<TEntity> table, string column)
        where TEntity : class
        where TEnum : struct, Enum =>
        table.HasCheckConstraint(
            $"ck_{table.Metadata.GetTableName()}_{column}",
            $"{column} in ({string.Join(", ", EnumName.All<TEnum>().Select(name => $"'{name}'"))})");

    /// <summary>A check named after the table and what it holds.</summary>
    public static void Holds<TEntity>(this TableBuilder<TEntity> table, string what, string condition)
        where TEntity : class =>
        table.HasCheckConstraint($"ck_{table.Metadata.GetTableName()}_{what}", condition);
}
