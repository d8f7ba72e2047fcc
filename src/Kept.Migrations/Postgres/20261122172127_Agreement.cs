using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Kept.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Agreement : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "may_be_published",
                table: "work_reply_step",
                type: "boolean",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "may_be_used",
                table: "work_reply_step",
                type: "boolean",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "agreed",
                table: "work_reply",
                type: "timestamp with time zone",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "may_be_published",
                table: "work_reply_step");

            migrationBuilder.DropColumn(
                name: "may_be_used",
                table: "work_reply_step");

            migrationBuilder.DropColumn(
                name: "agreed",
                table: "work_reply");
        }
    }
}
