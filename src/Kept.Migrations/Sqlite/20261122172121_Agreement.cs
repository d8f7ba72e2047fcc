using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Kept.Migrations.Sqlite
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
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "may_be_used",
                table: "work_reply_step",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "agreed",
                table: "work_reply",
                type: "TEXT",
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
